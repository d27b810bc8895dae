/** How long devices wait for the page that is to use them, in milliseconds. */
const KEPT_FOR = 10_000;

/** A camera and a microphone that are opened at the click that leads to a meeting, before its page is there. */
export class EarlyDevices {
  #open;
  #ahead;

  /** `open(constraints)` answers as getUserMedia does. */
  constructor(open = (constraints) => navigator.mediaDevices.getUserMedia(constraints)) {
    this.#open = open;
  }

  open(constraints) {
    this.drop();
    const opening = this.#open(constraints);
    opening.catch(() => undefined); // Told whoever takes them.
    const timer = setTimeout(() => this.drop(), KEPT_FOR);
    this.#ahead = { key: JSON.stringify(constraints), opening, timer };
  }

  /** What was opened for exactly these constraints, once, as a promise of a stream; otherwise undefined. */
  take(constraints) {
    const { key, opening, timer } = this.#ahead ?? {};
    if (key !== JSON.stringify(constraints)) {
      return undefined;
    }
    clearTimeout(timer);
    this.#ahead = undefined;
    return opening;
  }

  /** They are not needed after all. */
  drop() {
    const { opening, timer } = this.#ahead ?? {};
    clearTimeout(timer);
    this.#ahead = undefined;
    opening?.then(
      (stream) => stream.getTracks().forEach((track) => track.stop()),
      () => undefined,
    );
  }
}

/** Those of the page that is shown, and of the next one that takes its place. */
export const earlyDevices = new EarlyDevices();
