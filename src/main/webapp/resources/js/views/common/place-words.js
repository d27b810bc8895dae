import { text } from "../../shared/texts.js";

/** Where somebody is, in words. */
export function placeWords({ state, room }) {
  return state === "room" && room ? text("people.state.roomNamed", room) : text(`people.state.${state ?? "free"}`);
}
