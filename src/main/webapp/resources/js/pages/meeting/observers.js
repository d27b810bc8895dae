import { text } from "../../shared/texts.js";

/** Says who of the administrators has a stream of the room on a page of theirs, as long as somebody has. */
export function tellObservers(banners, { observers }) {
  banners.showIf(observers.length > 0, "observers", text("banner.observed", observers.join(", ")));
}
