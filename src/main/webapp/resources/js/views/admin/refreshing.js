import { uptime } from "../../shared/clock.js";

const PAUSE_MS = 2000;

/**
 * Has a page's figures fetched anew, at most every other second: not while nobody looks, and not while somebody types
 * or is asked something, since the answer would take the field away. A table's filter comes back with the answer, and
 * is typed in again: whoever filtered and looks on sees what comes, as soon as nothing was typed for a while.
 */
export class Refreshing {
  #refresh;
  #wanted = false;
  #waiting = false;
  #typed = -Infinity;

  constructor(refresh) {
    this.#refresh = refresh;
    document.addEventListener("visibilitychange", () => this.#wanted && this.soon());
    document.addEventListener("focusout", () => this.#wanted && this.soon());
    document.addEventListener("input", () => (this.#typed = uptime()));
  }

  /** There is something new. */
  soon() {
    this.#wanted = true;
    if (!this.#waiting) {
      this.#waiting = true;
      setTimeout(() => this.#now(), PAUSE_MS);
    }
  }

  #now() {
    this.#waiting = false;
    if (document.hidden || isBusy()) {
      return;
    }
    if (uptime() - this.#typed < PAUSE_MS) {
      this.soon();
      return;
    }
    this.#wanted = false;
    this.#refresh();
  }
}

function isBusy() {
  const active = document.activeElement;
  return (
    active?.matches("input:not(.ui-column-filter), select, textarea") ||
    document.querySelector(".ui-dialog:not([aria-hidden=true])")
  );
}
