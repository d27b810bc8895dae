import { Bus } from "../shared/bus.js";

/** For how many milliseconds what happens is gathered before it is told. */
export const GATHER = 2_000;

/**
 * Gathers what others show without speaking, so that it is told in few words and not one by one.
 *
 * Event: `news` ({hands: names, reactions: Map of reaction to names, answers: whether some are others}).
 */
export class GestureNews extends Bus {
  #hands = new Map();
  #reactions = new Map();
  #answers = false;
  #timer;

  /** Somebody raised a hand, or lowered it. */
  hand(id, name, up) {
    if (up) {
      this.#hands.set(id, name);
      this.#later();
    } else {
      this.#hands.delete(id);
    }
  }

  /** Somebody reacted. */
  reaction(name, reaction) {
    this.#reactions.set(reaction, (this.#reactions.get(reaction) ?? new Set()).add(name));
    this.#later();
  }

  /** Somebody answered, or takes it back. */
  answer() {
    this.#answers = true;
    this.#later();
  }

  #later() {
    if (!this.#timer) {
      this.#timer = setTimeout(() => this.#tell(), GATHER);
    }
  }

  #tell() {
    const reactions = new Map([...this.#reactions].map(([kind, names]) => [kind, [...names]]));
    const news = { hands: [...this.#hands.values()], reactions, answers: this.#answers };
    this.#hands.clear();
    this.#reactions.clear();
    this.#answers = false;
    this.#timer = undefined;
    if (news.hands.length > 0 || reactions.size > 0 || news.answers) {
      this.emit("news", news);
    }
  }
}
