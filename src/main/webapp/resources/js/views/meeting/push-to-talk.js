/** What needs the space bar for itself. */
const OWN_USE = "input, select, textarea, summary, [contenteditable], .chat, dialog[open]";

/**
 * The space bar, and a button held down, as a key to talk. While it is on, the space bar presses no buttons, or whoever
 * clicked one before would press it again with every word; the Enter key does.
 */
export class PushToTalk {
  #talk;
  #on = false;
  #held = false;

  /**
   * `talk(talking)`: the key was pressed or let go. `button` may be held too; `page` and `frame` are the document and
   * its window.
   */
  constructor({ talk, button, page = document, frame = window }) {
    this.#talk = talk;
    page.addEventListener("keydown", (event) => this.#key(event, true), { capture: true });
    page.addEventListener("keyup", (event) => this.#key(event, false), { capture: true });
    page.addEventListener("visibilitychange", () => this.#hold(false));
    frame.addEventListener("blur", () => this.#hold(false));
    button.addEventListener("pointerdown", (event) => event.button === 0 && this.#hold(true));
    ["pointerup", "pointercancel", "pointerleave"].forEach((end) =>
      button.addEventListener(end, () => this.#hold(false)),
    );
  }

  /** Whether the key is held now. */
  get held() {
    return this.#held;
  }

  get on() {
    return this.#on;
  }

  set on(on) {
    this.#hold(false);
    this.#on = on;
  }

  #key(event, down) {
    if (event.code !== "Space" || !this.#on || (down && this.#isElsewhere(event))) {
      return;
    }
    if (this.#held || down) {
      event.preventDefault();
      event.stopPropagation();
    }
    if (!event.repeat) {
      this.#hold(down);
    }
  }

  #isElsewhere({ target, ctrlKey, metaKey, altKey }) {
    return ctrlKey || metaKey || altKey || Boolean(target.closest?.(OWN_USE));
  }

  #hold(held) {
    if (this.#on && this.#held !== held) {
      this.#held = held;
      this.#talk(held);
    }
  }
}
