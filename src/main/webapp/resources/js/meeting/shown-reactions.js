import { Bus } from "../shared/bus.js";

/** For how many milliseconds a reaction is seen. */
export const SEEN_FOR = 5_000;

/**
 * The reactions that are seen now; each passes by itself, and the next one of a member takes its place.
 *
 * Event: `changed`.
 */
export class ShownReactions extends Bus {
  #shown = new Map();

  /** The member with this id shows this. */
  show(id, reaction) {
    clearTimeout(this.#shown.get(id)?.timer);
    const timer = setTimeout(() => this.#pass(id), SEEN_FOR);
    const number = (this.#shown.get(id)?.number ?? 0) + 1;
    this.#shown.set(id, { reaction, number, timer });
    this.emit("changed");
  }

  /** What the member shows now: `{reaction, number}`; another one has another number. */
  of(id) {
    const shown = this.#shown.get(id);
    return shown && { reaction: shown.reaction, number: shown.number };
  }

  /** The member is gone. */
  forget(id) {
    clearTimeout(this.#shown.get(id)?.timer);
    this.#shown.delete(id);
  }

  #pass(id) {
    this.#shown.delete(id);
    this.emit("changed");
  }
}
