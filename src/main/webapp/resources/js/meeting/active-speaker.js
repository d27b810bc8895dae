import { Turns } from "./turns.js";

/** A cough is no speech. */
const SPEAKS_AFTER = 500;
/** Nobody is shown for less. */
const HOLDS = 2_000;
/** Who begins to speak later, and goes on for so long, has taken the floor. */
const TAKES_OVER_AFTER = 4_000;

/** Who of the others speaks, or spoke last: one person, who does not change with every word of another one. */
export class ActiveSpeaker {
  #turns = new Turns();
  #current;
  #since = -Infinity;

  /**
   * `ids` are the others', `speaking` holds the ids of those who speak at `now` (milliseconds). Answers `{id, again}`:
   * undefined while nobody has spoken; `again` is in how many milliseconds it changes if nothing else does, if ever.
   */
  of(ids, speaking, now) {
    this.#turns.hear(ids, speaking, now);
    if (!ids.includes(this.#current)) {
      this.#current = undefined;
    }
    const next = ids
      .filter((id) => id !== this.#current && this.#turns.speaks(id))
      .map((id) => ({ id, at: this.#takesOverAt(id) }))
      .reduce((best, one) => (one.at < best.at ? one : best), { at: Infinity });
    if (next.at <= now) {
      this.#current = next.id;
      this.#since = now;
      return this.of(ids, speaking, now);
    }
    return { id: this.#current, again: next.at === Infinity ? undefined : next.at - now };
  }

  #takesOverAt(id) {
    const since = this.#turns.since(id);
    if (this.#current === undefined) {
      return since + SPEAKS_AFTER;
    }
    if (!this.#turns.speaks(this.#current)) {
      return Math.max(since + SPEAKS_AFTER, this.#since + HOLDS);
    }
    const interrupts = since > this.#turns.since(this.#current);
    return interrupts ? Math.max(since + TAKES_OVER_AFTER, this.#since + HOLDS) : Infinity;
  }
}
