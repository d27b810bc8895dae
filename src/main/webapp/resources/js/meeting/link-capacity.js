/** Milliseconds for which all has to arrive well before more is tried. */
const FIRST_PATIENCE = 10_000;
const LONGEST_PATIENCE = 80_000;
/** Of what came while it was too much, so much is asked for. */
const PART = 0.85;
/** So many times as much is tried: pictures come in coarse steps, and what fails is given up within seconds. */
const MORE = 3;
/** In bit/s; it is not told from nothing, for sound comes all the same. */
const LEAST = 50_000;

/**
 * What the own link carries, as far as a page finds out by itself: less than what came when it was too much, and more
 * when that went well for long enough. What did not last is tried again later and later.
 */
export class LinkCapacity {
  #limit = Infinity;
  #patience = FIRST_PATIENCE;
  #bad = 0;
  #calm = 0;
  /** More was tried, and whether it lasts is not known yet. */
  #trying = false;

  /** In bit/s; Infinity while it carries everything. */
  get limit() {
    return this.#limit;
  }

  /**
   * Takes one look at all that arrives.
   *
   * @param suffers whether the link is too narrow for it
   * @param received what came, in bit/s
   * @param needed what all that would be shown takes, in bit/s
   * @param milliseconds how long it was looked at
   * @param looks so many looks in a row must find that the link suffers before less is asked for
   */
  take({ suffers, received, needed, milliseconds, looks }) {
    this.#bad = suffers ? this.#bad + 1 : 0;
    this.#calm = suffers ? 0 : this.#calm + milliseconds;
    if (this.#bad >= looks) {
      this.#less(received);
    } else if (this.#calm >= this.#patience) {
      this.#more(needed);
    }
  }

  #less(received) {
    this.#bad = 0;
    this.#limit = Math.max(LEAST, PART * Math.min(this.#limit, received));
    if (this.#trying) {
      this.#patience = Math.min(LONGEST_PATIENCE, 2 * this.#patience);
    }
    this.#trying = false;
  }

  #more(needed) {
    this.#calm = 0;
    this.#trying = this.#limit < Infinity;
    if (this.#trying) {
      const more = MORE * this.#limit;
      this.#limit = more < needed ? more : Infinity;
    } else {
      this.#patience = FIRST_PATIENCE;
    }
  }
}
