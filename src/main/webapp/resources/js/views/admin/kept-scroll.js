import { uptime } from "../../shared/clock.js";

/** What somebody does gives the focus to something within this time, in milliseconds. */
const DONE = 100;

/**
 * Keeps a page where somebody scrolled it to. With what a page fetches by itself PrimeFaces gives the focus back to the
 * filter that had it, and the browser shows what gets the focus: whoever filters a table, scrolls down and looks on
 * would be at its top again every other second.
 */
export class KeptScroll {
  #acted = -Infinity;
  #left = 0;
  #top = 0;

  /** @param root whose filters are given the focus back */
  constructor(root) {
    for (const act of ["keydown", "pointerdown", "pointerup"]) {
      document.addEventListener(act, () => (this.#acted = uptime()), true);
    }
    // What is taken away for a moment can move the page, which is told only when all is there again.
    document.addEventListener("scroll", () => ({ scrollX: this.#left, scrollY: this.#top } = window), {
      passive: true,
    });
    root.addEventListener("focusin", ({ target }) => this.#keep(target));
  }

  /** The event comes before the browser scrolls, and what is queued here after it. */
  #keep(target) {
    if (target.matches(".ui-column-filter") && uptime() - this.#acted > DONE) {
      const there = { left: this.#left, top: this.#top, behavior: "instant" };
      queueMicrotask(() => window.scrollTo(there));
    }
  }
}
