import { asSeenBy } from "../shared/ownership.js";
import { pathOf } from "../shared/paths.js";
import { settings } from "../shared/settings.js";
import { text, textOf } from "../shared/texts.js";
import { Lobby } from "../signal/lobby.js";
import { confirm } from "../views/common/confirm.js";
import { part } from "../views/common/dom.js";
import { RoomCreate } from "../views/lobby/room-create.js";
import { PeopleList, RoomList } from "../views/lobby/room-list.js";
import { sentenceOf } from "./site/refusals.js";
import { RoomOptions } from "./site/room-options.js";
import { connectPage } from "./site/site.js";
import "./site/running.js";

const site = connectPage({ givesWay: true });
const { connection, going, toasts } = site;
const { kind } = part("page-content").dataset;
const lobby = new Lobby(connection);
const options = new RoomOptions(site);
const rooms = new RoomList({ onDelete: deleteRoom, onOptions: openOptions }, settings.media === "srs");
const people = new PeopleList();
const create = new RoomCreate(createRoom);
let you;
let rights;

async function createRoom(name) {
  try {
    const { room } = await connection.request({ type: "create-room", name, kind });
    await created(room);
    return undefined;
  } catch (error) {
    return sentenceOf(error);
  }
}

/** Whoever makes a desktop room wants to share there; other rooms fill when people come. */
async function created(room) {
  if (kind === "desktop") {
    await going.go(`${pathOf(room)}&share`);
  } else {
    toasts.show(text("toast.roomCreated", room.name));
  }
}

async function deleteRoom(room, force = false) {
  try {
    await connection.request({ type: "delete-room", room: room.id, force });
    toasts.show(text("toast.roomDeleted", room.name));
  } catch (error) {
    await afterRefusal(room, error);
  }
}

function openOptions(room) {
  const people = [...lobby.people.values()].filter(({ id }) => id !== you).map(({ id, name }) => ({ id, name }));
  return options.open(room, { people, owns: room.own || rights?.moderateRooms === "all" });
}

async function afterRefusal(room, error) {
  if (error.code !== "room-not-empty") {
    toasts.show(sentenceOf(error), "problem");
    return;
  }
  const inside = (lobby.rooms.get(room.id) ?? lobby.hidden.get(room.id) ?? room).members;
  const sure = await confirm({
    title: text("delete.title", room.name),
    sentence: textOf(inside, "delete.inside"),
    agree: text("delete.agree"),
  });
  if (sure) {
    await deleteRoom(room, true);
  }
}

lobby.on("changed", () => {
  rooms.show(
    [...lobby.rooms.values(), ...lobby.hidden.values()]
      .filter((room) => room.kind === kind)
      .map((room) => asSeenBy(you, rights, lobby.people, room)),
  );
  people.show(lobby.people.values(), lobby.rooms, you);
});
connection.on("welcome", ({ message }) => {
  you = message.you.id;
  rights = message.rights;
  create.longest = message.limits?.roomName ?? 60;
});
connection.start();
