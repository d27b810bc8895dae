import { text } from "../../shared/texts.js";
import { part, setAttribute, setText } from "../common/dom.js";

/** The buttons under the tiles that turn their pages, the keys for it, and which page it is, also in words. */
export class PageTurner {
  #nav = part("tile-pages");
  #previous = part("tile-pages-previous");
  #next = part("tile-pages-next");
  #number = part("tile-pages-number");
  #status = part("tile-pages-status");
  #page = 0;
  #pages = 1;

  /** `onTurn(page)`: the person wants to see this page, from 0. */
  constructor(onTurn) {
    const turn = (by) => {
      const page = this.#page + by;
      if (page >= 0 && page < this.#pages) {
        onTurn(page);
        setText(this.#status, text("tiles.page", this.#page + 1, this.#pages));
      }
    };
    this.#previous.addEventListener("click", () => turn(-1));
    this.#next.addEventListener("click", () => turn(1));
    document.addEventListener("keydown", (event) => {
      const by = { PageUp: -1, PageDown: 1 }[event.key];
      if (by && this.#pages > 1 && !event.target.closest?.("input, select, textarea, dialog[open], .participants")) {
        event.preventDefault();
        turn(by);
      }
    });
  }

  /** Shows that it is this page, from 0, of so many. */
  show(page, pages) {
    if (pages !== this.#pages) {
      setText(this.#status, ""); // What was said of other pages is not true any more.
    }
    this.#page = page;
    this.#pages = pages;
    this.#nav.hidden = pages <= 1;
    // Not `disabled`: that would take the focus from who turns pages to the last one.
    setAttribute(this.#previous, "aria-disabled", String(page === 0));
    setAttribute(this.#next, "aria-disabled", String(page === pages - 1));
    setText(this.#number, text("tiles.page.short", page + 1, pages));
  }
}
