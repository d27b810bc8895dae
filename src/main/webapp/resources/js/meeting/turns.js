/** When people speak and have spoken, as told at each look. All moments are milliseconds. */
export class Turns {
  /** By id: when the turn that goes on began. */
  #since = new Map();
  /** By id: when they were last heard. */
  #heard = new Map();

  /** At `now` these people are here, of whom those in `speaking` speak. */
  hear(ids, speaking, now) {
    const here = new Set(ids);
    for (const known of [this.#since, this.#heard]) {
      [...known.keys()].filter((id) => !here.has(id)).forEach((id) => known.delete(id));
    }
    for (const id of ids) {
      if (speaking.has(id)) {
        this.#since.set(id, this.#since.get(id) ?? now);
        this.#heard.set(id, now);
      } else {
        this.#since.delete(id);
      }
    }
  }

  /** Whether they speak. */
  speaks(id) {
    return this.#since.has(id);
  }

  /** When the turn began that goes on. */
  since(id) {
    return this.#since.get(id);
  }

  /** When they were last heard; -Infinity: never. */
  heard(id) {
    return this.#heard.get(id) ?? -Infinity;
  }
}
