import { uptime } from "../shared/clock.js";

/** So many milliseconds lie between two new offers at least, whoever comes and goes. */
const PAUSE = 10_000;

/**
 * Has a publisher send in a codec that everybody in the room can decode: offers those alone, and offers anew when what
 * is sent is none of them any more.
 */
export class CommonCodec {
  #publisher;
  #codecs = [];
  #stream;
  #tried;
  #last = -Infinity;
  #timer;

  constructor(publisher) {
    this.#publisher = publisher;
  }

  /** `codecs` are the room's, `stream` is what the publisher has on air, if anything. */
  follow(codecs, stream) {
    this.#codecs = codecs;
    this.#stream = stream;
    this.#publisher.offerOnly(codecs);
    this.#compare();
  }

  /** Nothing is published any more. */
  stop() {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#stream = undefined;
  }

  #compare() {
    const attempt = `${this.#stream?.codec} ${this.#codecs}`;
    if (!this.#isWrong() || attempt === this.#tried) {
      clearTimeout(this.#timer);
      this.#timer = undefined;
      return;
    }
    const wait = this.#last + PAUSE - uptime();
    if (wait > 0) {
      this.#timer ??= setTimeout(() => this.#waited(), wait);
      return;
    }
    this.#tried = attempt;
    this.#last = uptime();
    this.#publisher.restart();
  }

  #waited() {
    this.#timer = undefined;
    this.#compare();
  }

  #isWrong() {
    const codec = this.#stream?.video && this.#stream.codec;
    return Boolean(codec) && !this.#codecs.includes(codec) && this.#publisher.canOffer(this.#codecs);
  }
}
