import { text } from "../../shared/texts.js";
import { part, setAttribute, setIcon, setText } from "../common/dom.js";

/** Shows `target` on the whole screen, or ends that. Nothing happens where the browser forbids it. */
export function toggleFullScreen(target) {
  if (document.fullscreenElement) {
    document.exitFullscreen();
  } else {
    target.requestFullscreen?.().catch(() => undefined);
  }
}

/** A button that shows the whole page on the whole screen; hidden where a browser cannot. */
export class FullScreenButton {
  #button;

  constructor(button = part("full-screen")) {
    this.#button = button;
    this.#button.hidden = !document.fullscreenEnabled;
    // The page as a whole, so that what rings, and what went wrong, is seen there too.
    this.#button.addEventListener("click", () => toggleFullScreen(document.documentElement));
    document.addEventListener("fullscreenchange", () => this.#show());
    this.#show();
  }

  #show() {
    const full = Boolean(document.fullscreenElement);
    setIcon(this.#button.querySelector("svg"), full ? "full-exit" : "full");
    setText(this.#button.querySelector(".control__label"), text(full ? "control.fullEnd.short" : "control.full.short"));
    setAttribute(this.#button, "title", text(full ? "control.fullEnd" : "control.full"));
  }
}
