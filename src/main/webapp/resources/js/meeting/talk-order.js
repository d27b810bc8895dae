/** A cough moves nobody: who has spoken for so many milliseconds goes up. */
const RISES_AFTER = 500;
/** Whoever takes part in a conversation stays up between two turns, for so many milliseconds of silence. */
const FALLS_AFTER = 10_000;

/**
 * The order of people in a list, those who take part in the conversation first. Whoever joins it comes last of them,
 * so that nobody above moves; the others keep the order in which they are given.
 */
export class TalkOrder {
  /** By id: {since: when the turn that goes on began, if one does; heard: when the person was last heard}. */
  #turns = new Map();
  #up = [];

  /**
   * `people`, anything with an `id`, in order at `now` (milliseconds); `speaking` holds the ids of those who speak.
   * Answers `{order, again}`: `again` is in how many milliseconds the order changes if nothing else does, if ever.
   */
  of(people, speaking, now) {
    this.#hear(people, speaking, now);
    const byId = new Map(people.map((one) => [one.id, one]));
    const first = this.#up.map((id) => byId.get(id));
    const rest = people.filter(({ id }) => !this.#up.includes(id));
    return { order: [...first, ...rest], again: this.#again(now) };
  }

  #hear(people, speaking, now) {
    const here = new Set(people.map(({ id }) => id));
    [...this.#turns.keys()].filter((id) => !here.has(id)).forEach((id) => this.#turns.delete(id));
    for (const id of here) {
      this.#hearOne(id, speaking.has(id), now);
    }
    this.#up = this.#up.filter((id) => this.#turns.has(id));
  }

  #hearOne(id, speaks, now) {
    const turn = this.#turns.get(id);
    if (speaks) {
      const since = turn?.since ?? now;
      this.#turns.set(id, { since, heard: now });
      if (now - since >= RISES_AFTER && !this.#up.includes(id)) {
        this.#up.push(id);
      }
    } else if (turn && this.#up.includes(id) && now - turn.heard < FALLS_AFTER) {
      turn.since = undefined;
    } else {
      this.#turns.delete(id);
    }
  }

  #again(now) {
    const waits = [...this.#turns].map(([id, { since, heard }]) => {
      if (since === undefined) {
        return heard + FALLS_AFTER - now;
      }
      return this.#up.includes(id) ? Infinity : since + RISES_AFTER - now;
    });
    const next = Math.min(Infinity, ...waits);
    return next === Infinity ? undefined : Math.max(0, next);
  }
}
