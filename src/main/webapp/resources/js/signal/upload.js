import { Backoff } from "../shared/backoff.js";
import { SignalError } from "./signal-error.js";

/** After these one asks where to go on. */
const CUT = new Set(["connection-lost", "wrong-offset", "too-slow"]);

/** One file on its way to the server, piece by piece; after a cut it goes on where it stood. */
export class Upload {
  /** Bytes that the server has. */
  sent = 0;
  /** Whether it waits for the network. */
  cut = false;
  #file;
  #door;
  #moved;
  #backoff;
  #cancel = new AbortController();
  #id;
  #piece;
  /** Whether it began anew, since the server knew it no longer. */
  #renewed = false;
  #wake = () => {};

  /** `moved()`: `sent` or `cut` are others now. */
  constructor(file, door, moved, backoff = new Backoff({ first: 500, last: 10_000 })) {
    this.#file = file;
    this.#door = door;
    this.#moved = moved;
    this.#backoff = backoff;
  }

  /** Sends what is missing; answers the upload's id. Throws a SignalError, and may be called again after it. */
  async run() {
    this.#renewed = false;
    await this.#untilTaken(() => this.#begin());
    while (this.sent < this.#file.size) {
      await this.#untilTaken(() => this.#next());
    }
    return this.#id;
  }

  /** There may be a network again. */
  wake() {
    this.#wake();
  }

  /** Gives it up, also at the server. */
  cancel() {
    this.#cancel.abort();
    this.#wake();
    if (this.#id) {
      this.#door.giveUp(this.#id);
    }
  }

  async #begin() {
    if (this.#id) {
      this.sent = await this.#door.offset(this.#id, this.#cancel.signal);
      return;
    }
    const { id, piece } = await this.#door.begin(this.#file.name, this.#file.size, this.#cancel.signal);
    this.#id = id;
    this.#piece = piece;
    if (this.#cancel.signal.aborted) {
      this.#door.giveUp(id);
    }
  }

  async #next() {
    if (!this.#id) {
      await this.#begin();
    } else if (this.cut) {
      this.sent = await this.#door.offset(this.#id, this.#cancel.signal);
    }
    if (this.sent < this.#file.size) {
      const piece = this.#file.slice(this.sent, this.sent + this.#piece);
      this.sent = await this.#door.add(this.#id, this.sent, piece, this.#cancel.signal);
    }
  }

  async #untilTaken(step) {
    for (;;) {
      try {
        await step();
        this.#stopped();
        this.#backoff.reset();
        this.#show(false);
        return;
      } catch (error) {
        this.#stopped();
        this.#judge(error);
        this.#show(true);
        await this.#pause();
        this.#stopped();
      }
    }
  }

  /** Throws what no other try mends. A server that was started anew knows no upload: it is begun again, once. */
  #judge(error) {
    const unknown = error.code === "no-such-file";
    if (unknown) {
      this.#id = undefined;
      this.sent = 0;
    }
    if (CUT.has(error.code) || (unknown && !this.#renewed)) {
      this.#renewed ||= unknown;
      return;
    }
    this.cut = false;
    throw error;
  }

  #stopped() {
    if (this.#cancel.signal.aborted) {
      throw new SignalError("cancelled", "");
    }
  }

  #show(cut) {
    this.cut = cut;
    this.#moved();
  }

  #pause() {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, this.#backoff.next());
      this.#wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }
}
