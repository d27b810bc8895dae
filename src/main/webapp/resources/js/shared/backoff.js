/**
 * Growing pauses between tries: `first`, twice that, ... up to `last` milliseconds, each with up to
 * ±50 % of jitter so that many pages do not return in the same instant.
 */
export class Backoff {
  #first;
  #last;
  #random;
  #tries = 0;

  constructor({ first = 250, last = 8000, random = Math.random } = {}) {
    this.#first = first;
    this.#last = last;
    this.#random = random;
  }

  /** The next pause in milliseconds; `last` is the longest one, before its jitter. */
  next(last = this.#last) {
    const pause = Math.min(this.#first * 2 ** this.#tries, last);
    this.#tries += 1;
    return Math.round(pause * (0.5 + this.#random()));
  }

  /** How many pauses were taken since the last success. */
  get tries() {
    return this.#tries;
  }

  /** Starts again from the first pause. */
  reset() {
    this.#tries = 0;
  }
}
