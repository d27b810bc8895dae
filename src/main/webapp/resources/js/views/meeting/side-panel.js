import { part } from "../common/dom.js";

/** Where there is room for one panel beside the stage, and no more. */
const NARROW = "(max-width: 80rem)";

/** All panels of the page. */
const panels = new Set();

/** A panel beside the stage or, on a phone, a sheet over it, with a button that opens it. */
export class SidePanel {
  #panel;
  #opener;
  #first;
  #changed;

  /** `names`: ids of `panel`, `opener` and `close`; `first`: what gets the focus; `changed(open)`. */
  constructor({ panel, opener, close }, { first = part(close), changed = () => {} } = {}) {
    this.#panel = part(panel);
    this.#opener = part(opener);
    this.#first = first;
    this.#changed = changed;
    this.#opener.addEventListener("click", () => this.toggle());
    part(close).addEventListener("click", () => this.toggle(false));
    this.#panel.addEventListener("keydown", (event) => event.key === "Escape" && this.toggle(false));
    panels.add(this);
  }

  get element() {
    return this.#panel;
  }

  get open() {
    return !this.#panel.hidden;
  }

  /** The person opens or closes it. */
  toggle(open = !this.open) {
    if (open && matchMedia(NARROW).matches) {
      panels.forEach((other) => other !== this && other.reveal(false));
    }
    this.reveal(open);
    (open ? this.#first : this.#opener).focus();
  }

  /** Opens or closes it, and leaves the focus where it is. */
  reveal(open) {
    this.#panel.hidden = !open;
    this.#opener.setAttribute("aria-expanded", String(open));
    this.#changed(open);
  }
}
