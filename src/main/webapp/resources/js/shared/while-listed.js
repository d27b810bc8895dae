/**
 * Something that is shown as long as it is in a list. The answer of whoever adds it may come before the list that has
 * it; so it is gone only when it was listed and no longer is.
 */
export class WhileListed {
  #id;
  #listed = false;

  /** What is shown now, by its id; undefined for nothing. */
  show(id) {
    this.#id = id;
    this.#listed = false;
  }

  /** The list has these now; answers whether what is shown has gone from it. */
  isGone(ids) {
    const present = this.#id !== undefined && ids.includes(this.#id);
    const gone = this.#listed && !present;
    this.#listed = present;
    return gone;
  }
}
