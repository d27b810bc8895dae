import { may } from "../../shared/room-rights.js";
import { text } from "../../shared/texts.js";

/** Tells somebody who may not be heard, or seen, in the room, that it is so. */
export function tellFloor(banners, room) {
  const silent = !may(room, "speak");
  const dark = !may(room, "camera");
  const key = silent && dark ? "floor.neither" : silent ? "floor.speak" : "floor.camera";
  banners.showIf(room.kind !== "call" && (silent || dark), "floor", text(key));
}
