import { moderates, owns } from "../../shared/room-rights.js";
import { part } from "../../views/common/dom.js";
import { RoomOptions } from "../site/room-options.js";

/** The button in a room that opens its options, for moderators. */
export function offerOptions(site, { room }) {
  const options = new RoomOptions(site);
  const opener = part("open-room-options");
  const people = () => room.others.filter(({ kind }) => kind !== "device").map(({ id, name }) => ({ id, name }));

  opener.addEventListener("click", () => options.open(room, { people: people(), owns: owns(room) }));
  room.on("changed", () => {
    opener.hidden = !moderates(room);
    if (!moderates(room)) {
      options.close();
    }
  });
  room.on("moved", () => options.close());
  room.on("closed", () => options.close());
}
