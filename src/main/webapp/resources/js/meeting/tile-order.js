import { Turns } from "./turns.js";

/** A cough moves nobody: who has spoken for so many milliseconds comes to the first page. */
const COMES_AFTER = 700;
/** Tiles change their places no more often. */
const REST = 4_000;

/**
 * The order of tiles when not all of them are seen at once. Everybody keeps their place, who comes is last; only who
 * speaks and is not on the first page takes the place of whoever there was silent for the longest time, who goes to
 * theirs. All others stay where they are.
 */
export class TileOrder {
  #turns = new Turns();
  #order = [];
  #moved = -Infinity;

  /** These are here now, in the order in which they came. Answers all in their order. */
  of(ids) {
    const here = new Set(ids);
    const known = new Set(this.#order);
    this.#order = [...this.#order.filter((id) => here.has(id)), ...ids.filter((id) => !known.has(id))];
    return [...this.#order];
  }

  /**
   * Who speaks comes to the first page. `speaking` and `fixed` hold ids: of those who speak, and of those whose tiles
   * stay where they are. `first` is the page as it is now, `now` a moment in milliseconds. Answers in how many of them
   * somebody comes if nothing else changes, if anybody does; after 0 the order is another one.
   */
  bring({ speaking, first, fixed, now }) {
    this.#turns.hear(this.#order, speaking, now);
    const shown = new Set(first);
    const waiting = this.#order
      .filter((id) => this.#turns.speaks(id) && !shown.has(id) && !fixed.has(id))
      .sort((a, b) => this.#turns.since(a) - this.#turns.since(b))[0];
    const leaves = first.filter((id) => !fixed.has(id) && !this.#turns.speaks(id));
    if (waiting === undefined || leaves.length === 0) {
      return undefined;
    }
    const wait = Math.max(this.#turns.since(waiting) + COMES_AFTER, this.#moved + REST) - now;
    if (wait <= 0) {
      this.#swap(waiting, this.#longestSilent(leaves));
      this.#moved = now;
    }
    return Math.max(0, wait);
  }

  /** Of those who never spoke, the last one. */
  #longestSilent(ids) {
    return ids.reduce((best, id) => (this.#turns.heard(id) <= this.#turns.heard(best) ? id : best));
  }

  #swap(one, other) {
    this.#order = this.#order.map((id) => (id === one ? other : id === other ? one : id));
  }
}
