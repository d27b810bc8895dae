/** Decides by numbers whether a change may be applied to the snapshot that a page has. */
export class Sequence {
  #seq;
  #asked = false;

  /** A snapshot with number `seq` was taken over. */
  snapshot(seq) {
    this.#seq = seq;
    this.#asked = false;
  }

  /** No snapshot is held any more; changes are dropped until the next one. */
  forget() {
    this.#seq = undefined;
    this.#asked = false;
  }

  /**
   * What to do with the change numbered `seq`: "apply" it, "drop" it (it is in the snapshot already,
   * or a new snapshot is on its way), or ask for a new snapshot because of a "gap".
   */
  judge(seq) {
    if (this.#seq === undefined || this.#asked || seq <= this.#seq) {
      return "drop";
    }
    if (seq === this.#seq + 1) {
      this.#seq = seq;
      return "apply";
    }
    this.#asked = true;
    return "gap";
  }
}
