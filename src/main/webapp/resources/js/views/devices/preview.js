import { text } from "../../shared/texts.js";
import { part, setText } from "../common/dom.js";

/** The own picture on the device page, or what there is instead of it. */
export class Preview {
  #video = part("preview");
  #message = part("preview-message");
  #permission = part("permission");

  constructor() {
    this.#video.muted = true;
  }

  /** Shows the camera's track, or the sentence of `key` when there is none. */
  show(track, key) {
    this.#permission.hidden = true;
    this.#video.hidden = !track;
    this.#video.srcObject = track ? new MediaStream([track]) : null;
    setText(this.#message, track ? "" : text(key));
    this.#message.hidden = Boolean(track);
  }

  /** Explains why the browser is about to ask, before it does. */
  explainPermission({ allow, without }) {
    this.#permission.hidden = false;
    this.#message.hidden = true;
    part("permission-allow").addEventListener("click", allow);
    part("permission-without").addEventListener("click", without);
  }
}
