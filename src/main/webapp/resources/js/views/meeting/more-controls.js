import { part } from "../common/dom.js";

/** Where the window is narrow, the less used buttons are behind one that opens them as a list. */
export class MoreControls {
  #opener = part("more");
  #list = part("more-controls");

  constructor() {
    this.#opener.addEventListener("click", () => this.#toggle(this.#list.dataset.open !== "true"));
    this.#list.addEventListener("click", () => this.#toggle(false));
    document.addEventListener("pointerdown", (event) => this.#elsewhere(event.target));
    this.#list.addEventListener("keydown", (event) => {
      if (event.key === "Escape") {
        this.#toggle(false);
        this.#opener.focus();
      }
    });
  }

  #elsewhere(target) {
    if (!this.#list.contains(target) && !this.#opener.contains(target)) {
      this.#toggle(false);
    }
  }

  #toggle(open) {
    this.#list.dataset.open = String(open);
    this.#opener.setAttribute("aria-expanded", String(open));
  }
}
