import { Bus } from "../shared/bus.js";

/** Who types a name is not asked about at each letter, in milliseconds. */
export const PAUSE = 250;
/** Fewer letters find nobody. */
const SHORTEST = 2;

/**
 * People to whom one may leave a note, online or not, found by what somebody searches.
 *
 * Event: `changed`.
 */
export class Receivers extends Bus {
  /** `{id, name}` each. */
  found = [];
  #notes;
  #wanted = "";
  #timer;

  constructor(notes) {
    super();
    this.#notes = notes;
  }

  search(text) {
    const wanted = text.trim();
    if (wanted === this.#wanted) {
      return;
    }
    this.#wanted = wanted;
    clearTimeout(this.#timer);
    if (this.#notes.finds && [...wanted].length >= SHORTEST) {
      this.#timer = setTimeout(() => this.#find(wanted), PAUSE);
    } else {
      this.#show([]);
    }
  }

  async #find(wanted) {
    const people = await this.#notes.find(wanted).catch(() => []);
    if (wanted === this.#wanted) {
      this.#show(people);
    }
  }

  #show(people) {
    this.found = people;
    this.emit("changed");
  }
}
