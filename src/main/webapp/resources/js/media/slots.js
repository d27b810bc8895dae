import { uptime } from "../shared/clock.js";

/** A section of a receiving connection, which shows one stream after another. */
class Slot {
  /** The stream that it has, by its name. */
  stream;
  /** The one that it had last. */
  before;
  /** When it was emptied, in the order of all that were. */
  emptied = 0;
  /** Since when the server is known to send no other stream here; undefined while it may. */
  settledSince;
  /** Those whose picture may be the last that came. */
  #possible = new Set();
  #transceiver;

  constructor(transceiver) {
    this.#transceiver = transceiver;
  }

  get mid() {
    return this.#transceiver.mid;
  }

  get receiver() {
    return this.#transceiver.receiver;
  }

  /**
   * Whether it may still show the last picture of somebody other than who is in it now. Whoever comes back before
   * anybody else was in it finds their own; the server may not even know that they were away, and begins nothing anew.
   */
  get strange() {
    return [...this.#possible].some((stream) => stream !== this.stream);
  }

  fill(stream) {
    this.stream = stream;
    this.settledSince = undefined;
    this.#possible.add(stream);
  }

  /** `count`: how many were emptied up to this one. */
  empty(count) {
    this.emptied = count;
    this.before = this.stream;
    this.stream = undefined;
  }

  /** The server has taken it that this stream is here. */
  settle(stream) {
    if (stream === this.stream) {
      this.settledSince ??= uptime();
    }
  }

  /** The picture of whoever is in it has come. */
  shows() {
    this.#possible = new Set([this.stream]);
  }
}

/** The slots for pictures of one connection: who is in which. */
export class PictureSlots {
  #slots;
  #count = 0;

  constructor(transceivers) {
    this.#slots = transceivers.map((transceiver) => new Slot(transceiver));
  }

  /** The slot of this stream, if it has one. */
  of(stream) {
    return this.#slots.find((slot) => slot.stream === stream);
  }

  /**
   * Gives each of these streams a slot, and keeps those that have one; a stream comes back into the slot that it had.
   * Of the empty ones those are taken first that showed nothing yet. Where there are not enough, those get none that
   * matter least: `pictures` are {stream, rank}, and of the same rank who has a slot, or comes first, is before others.
   */
  give(pictures) {
    const ranked = pictures
      .map(({ stream, rank }) => ({ stream, rank, waits: this.of(stream) ? 0 : 1 }))
      .sort((a, b) => b.rank - a.rank || a.waits - b.waits);
    const streams = ranked.slice(0, this.#slots.length).map(({ stream }) => stream);
    const wanted = new Set(streams);
    this.#slots.filter(({ stream }) => stream && !wanted.has(stream)).forEach((slot) => this.#empty(slot));
    const waiting = streams.filter((stream) => !this.of(stream));
    for (const stream of waiting) {
      const slot = this.#bestFor(stream);
      slot?.fill(stream);
    }
  }

  #empty(slot) {
    this.#count += 1;
    slot.empty(this.#count);
  }

  #bestFor(stream) {
    const empty = this.#slots.filter((slot) => !slot.stream);
    const [longest] = [...empty].sort((a, b) => a.emptied - b.emptied);
    return empty.find(({ before }) => before === stream) ?? longest;
  }
}
