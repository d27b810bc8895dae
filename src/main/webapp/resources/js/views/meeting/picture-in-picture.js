import { part, setAttribute } from "../common/dom.js";

/**
 * The button that keeps a picture above all other windows; hidden where a browser cannot. Where there is no picture yet
 * it is off and not away: the others beside it would move under the finger when one comes.
 */
export class PictureInPicture {
  #button = part("picture-in-picture");
  #wanted;

  /** `wanted()` answers the video element to show, if there is one now. */
  constructor(wanted) {
    this.#wanted = wanted;
    this.#button.addEventListener("click", () => this.#toggle());
    this.update();
  }

  /** Looks again whether there is anything to show. */
  update() {
    this.#button.hidden = !document.pictureInPictureEnabled;
    setAttribute(this.#button, "aria-disabled", String(!this.#wanted()));
  }

  #toggle() {
    if (document.pictureInPictureElement) {
      document.exitPictureInPicture().catch(() => undefined);
    } else {
      this.#wanted()
        ?.requestPictureInPicture()
        .catch((error) => console.warn("no picture in picture", error));
    }
  }
}
