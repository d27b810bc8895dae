const REACHED = "a[href], button, input:not([type=hidden]), select, textarea, summary";

/** Within this time, in milliseconds, an act is answered, or the place is forgotten. */
const ANSWERED = 5000;

/**
 * Keeps the place of somebody without a mouse: what had the focus when an act was done is often disabled or gone with
 * the answer, after which the Tab key would begin anew at the top of the page. The focus goes to what it stood in, or
 * to where the next one stands, so that Tab goes on there, and one Enter too much does nothing: in a table what has the
 * same id may be another line's. It goes there once for each act by Enter or Space: what a page refreshes by itself
 * pulls nobody back.
 */
export class KeptFocus {
  #root;
  #pressed;
  #place = -1;
  #armed = false;
  #timer;
  #waiting = false;

  /** @param root whose parts are replaced */
  constructor(root) {
    this.#root = root;
    document.addEventListener("keydown", ({ key, target }) => {
      this.#disarm();
      if ((key === "Enter" || key === " ") && target.closest?.(REACHED)) {
        this.#arm(target);
      }
    });
    document.addEventListener("pointerdown", () => this.#disarm());
    // A question that is answered gives the focus back to what asked it.
    root.addEventListener("focusin", ({ target }) => this.#armed && this.#remember(target));
    new MutationObserver(() => this.#soon()).observe(root, {
      childList: true,
      subtree: true,
      attributes: true,
      attributeFilter: ["disabled"],
    });
  }

  #arm(target) {
    this.#armed = true;
    this.#timer = setTimeout(() => this.#disarm(), ANSWERED);
    this.#remember(target);
  }

  #disarm() {
    clearTimeout(this.#timer);
    this.#armed = false;
    this.#place = -1;
    this.#pressed = undefined;
  }

  #remember(target) {
    const place = this.#all().indexOf(target);
    if (place >= 0) {
      this.#pressed = target;
      this.#place = place;
    }
  }

  #all() {
    return [...this.#root.querySelectorAll(REACHED)];
  }

  /** PrimeFaces itself gives the focus back to what has the same id, where it can. */
  #soon() {
    if (!this.#waiting && this.#place >= 0) {
      this.#waiting = true;
      setTimeout(() => this.#now(), 0);
    }
  }

  #now() {
    this.#waiting = false;
    const active = document.activeElement;
    if (this.#place < 0 || (active && active !== document.body) || this.#isUnderWay()) {
      return;
    }
    const { id } = this.#pressed;
    const all = this.#all();
    const same = all.find((one) => id && one.id === id);
    const around = (same ?? all[Math.min(this.#place, all.length - 1)])?.parentElement ?? this.#root;
    this.#disarm();
    if (same && !same.disabled && !same.closest("tbody")) {
      same.focus({ preventScroll: true });
      return;
    }
    around.tabIndex = -1;
    around.focus({ preventScroll: true });
  }

  /** PrimeFaces disables what was pressed until the answer is there. */
  #isUnderWay() {
    return this.#pressed.isConnected && this.#pressed.disabled;
  }
}
