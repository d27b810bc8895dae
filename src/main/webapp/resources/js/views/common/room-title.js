import { text } from "../../shared/texts.js";
import { part, setText } from "./dom.js";

/** The room's name, in the page's header and in the browser's tab. */
export class RoomTitle {
  #heading = part("room-title");

  show(name) {
    if (name) {
      setText(this.#heading, name);
      document.title = text("room.pageTitle", name);
    }
  }
}
