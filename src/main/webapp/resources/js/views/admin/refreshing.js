const PAUSE_MS = 2000;

/**
 * Has a page's figures fetched anew, at most every other second: not while nobody looks, and not while somebody types
 * or is asked something, since the answer would take the field away.
 */
export class Refreshing {
  #refresh;
  #wanted = false;
  #waiting = false;

  constructor(refresh) {
    this.#refresh = refresh;
    document.addEventListener("visibilitychange", () => this.#wanted && this.soon());
    document.addEventListener("focusout", () => this.#wanted && this.soon());
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
    this.#wanted = false;
    this.#refresh();
  }
}

function isBusy() {
  const active = document.activeElement;
  return active?.matches("input, select, textarea") || document.querySelector(".ui-dialog:not([aria-hidden=true])");
}
