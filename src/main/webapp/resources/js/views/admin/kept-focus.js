const REACHED = "a[href], button, input:not([type=hidden]), select, textarea, summary";

/**
 * Keeps the place of somebody without a mouse: what had the focus when an act was done is often disabled or gone with
 * the answer, after which the Tab key would begin anew at the top of the page. The focus goes to what it stood in, or
 * to where the next one stands, so that Tab goes on there, and one Enter too much does nothing: in a table what has the
 * same id may be another line's.
 */
export class KeptFocus {
  #root;
  #id = "";
  #place = -1;
  #waiting = false;

  /** @param root whose parts are replaced */
  constructor(root) {
    this.#root = root;
    let keys = false;
    document.addEventListener("keydown", ({ target }) => {
      keys = true;
      this.#remember(target);
    });
    document.addEventListener("pointerdown", () => {
      keys = false;
      this.#place = -1;
    });
    root.addEventListener("focusin", ({ target }) => keys && this.#remember(target));
    new MutationObserver(() => this.#soon()).observe(root, {
      childList: true,
      subtree: true,
      attributes: true,
      attributeFilter: ["disabled"],
    });
  }

  #remember(target) {
    const place = this.#all().indexOf(target);
    if (place >= 0) {
      this.#id = target.id;
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
      setTimeout(() => this.#now());
    }
  }

  #now() {
    this.#waiting = false;
    const active = document.activeElement;
    if (this.#place < 0 || (active && active !== document.body)) {
      return;
    }
    const all = this.#all();
    const same = all.find((one) => this.#id && one.id === this.#id);
    if (same && !same.disabled && !same.closest("tbody")) {
      same.focus({ preventScroll: true });
      return;
    }
    const around = (same ?? all[Math.min(this.#place, all.length - 1)])?.parentElement ?? this.#root;
    around.tabIndex = -1;
    around.focus({ preventScroll: true });
  }
}
