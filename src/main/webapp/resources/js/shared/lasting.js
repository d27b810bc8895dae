/** Runs an action when something has held for a time without a break, however often one looks. */
export class Lasting {
  #milliseconds;
  #action;
  #timer;

  constructor(milliseconds, action) {
    this.#milliseconds = milliseconds;
    this.#action = action;
  }

  /** Tells whether it holds now; after the action the time begins anew with the next look. */
  is(holding) {
    if (!holding) {
      clearTimeout(this.#timer);
      this.#timer = undefined;
    } else {
      this.#timer ??= setTimeout(() => this.#lasted(), this.#milliseconds);
    }
  }

  #lasted() {
    this.#timer = undefined;
    this.#action();
  }
}
