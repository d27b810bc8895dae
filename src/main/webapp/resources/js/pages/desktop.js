import { Switches } from "../media/switches.js";
import { Meeting } from "../meeting/meeting.js";
import { arrival } from "../shared/arrival.js";
import { listPath, pathOf } from "../shared/paths.js";
import { text } from "../shared/texts.js";
import { RoomTitle } from "../views/common/room-title.js";
import { DesktopPage } from "./meeting/desktop-page.js";
import { offerOptions } from "./meeting/meeting-options.js";
import { followRoom, tellMoved } from "./meeting/room-events.js";
import { connectPage } from "./site/site.js";
import "./site/running.js";

await arrival(import.meta.url);

const query = new URLSearchParams(window.location.search);
const site = connectPage();
const { choices, connection, tab } = site;
const list = { label: text("desktop.toList"), href: listPath("desktop") };
const title = new RoomTitle();

/** The camera of a desktop room is for those who share, and off until they want it. */
const switches = new Switches(tab, "plenum.switches.desktop");
switches.update({ cameraOff: true });
const meeting = new Meeting(connection, query.get("id") ?? "", choices, switches);
const { room } = meeting;
const page = new DesktopPage(site, meeting, leave);
let asks = query.has("share");

async function leave() {
  await Promise.all([room.leave(), meeting.stop()]);
  connection.close();
  window.location.assign(list.href);
}

function seated() {
  if (room.kind !== "desktop") {
    window.location.replace(pathOf(room));
  } else if (asks) {
    asks = false;
    window.history.replaceState(null, "", pathOf(room));
    page.stage.prompt();
  }
}

followRoom(site, meeting, list);
tellMoved(site, meeting, list);
offerOptions(site, meeting);
room.on("seated", seated);
meeting.on("changed", () => title.show(room.name));
meeting.start();
connection.start();
