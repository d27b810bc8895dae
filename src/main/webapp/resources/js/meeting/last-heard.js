/** A cough is no speech. */
const SPEAKS_AFTER = 500;

/** Who of many is shown: those who matter most, and of these whoever spoke last. */
export class LastHeard {
  #most;
  #changed;
  /** By stream: the timer after which that one has spoken. */
  #speaking = new Map();
  /** Streams in the order in which they were heard last. */
  #heard = [];

  /**
   * @param most so many pictures
   * @param changed called when somebody has spoken
   */
  constructor(most, changed) {
    this.#most = most;
    this.#changed = changed;
  }

  /** These streams are of those who speak now. */
  hear(streams) {
    if (this.#most === Infinity) {
      return;
    }
    const now = new Set(streams);
    [...this.#speaking.keys()].filter((stream) => !now.has(stream)).forEach((stream) => this.#ceases(stream));
    streams.filter((stream) => !this.#speaking.has(stream)).forEach((stream) => this.#begins(stream));
  }

  /** Of these wishes, each `{stream, height, priority}`, the streams whose pictures are left out. */
  beyond(wishes) {
    const seen = wishes.filter(({ height }) => height > 0);
    const order = (one, other) =>
      other.priority - one.priority || this.#heard.indexOf(other.stream) - this.#heard.indexOf(one.stream);
    return new Set(
      seen.length > this.#most
        ? seen
            .sort(order)
            .slice(this.#most)
            .map(({ stream }) => stream)
        : [],
    );
  }

  stop() {
    this.hear([]);
    this.#heard = [];
  }

  #begins(stream) {
    const timer = setTimeout(() => {
      this.#heard = [...this.#heard.filter((one) => one !== stream), stream];
      this.#changed();
    }, SPEAKS_AFTER);
    this.#speaking.set(stream, timer);
  }

  #ceases(stream) {
    clearTimeout(this.#speaking.get(stream));
    this.#speaking.delete(stream);
  }
}
