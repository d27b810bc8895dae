/** So many milliseconds lie between two messages at least: four a second are enough for any eye. */
const PAUSE = 250;

/** Tells the room whether the own person speaks: a change at once, many changes as their last one. */
export class SpeakingReport {
  #connection;
  #now = false;
  #told = false;
  #timer;

  constructor(connection) {
    this.#connection = connection;
  }

  /** Whether somebody speaks now. */
  set(speaking) {
    this.#now = speaking;
    if (this.#timer === undefined) {
      this.#tell();
    }
  }

  /** Nobody can hear the person any more; the server knows that by itself, as soon as it knows that they are muted. */
  silence() {
    this.#now = false;
    this.#told = false;
  }

  /** The server knows nothing any more: the seat is a new one. */
  forget() {
    this.#told = false;
    this.set(this.#now);
  }

  #tell() {
    if (this.#now === this.#told) {
      return;
    }
    this.#told = this.#now;
    this.#connection.send({ type: "speaking", speaking: this.#now });
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      this.#tell();
    }, PAUSE);
  }
}
