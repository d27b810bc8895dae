/**
 * Milliseconds that have passed since some moment: for everything that lasts, waits or is late. It never goes back, and
 * does not care when somebody sets the computer's clock; in some browsers it stands still while the computer sleeps.
 */
export function uptime() {
  return performance.now();
}

/** What the computer's clock shows now: for dates and times of day that people read, and for nothing else. */
export function wallClock() {
  return new Date();
}

/** The two clocks of a computer that is awake part by less than so many milliseconds between two looks. */
const PARTED = 5_000;

/**
 * Notices that the computer may have slept since the last look: the two clocks have parted. Somebody who sets the
 * clock looks the same, so that it is a reason to ask, not to conclude.
 */
export class SleepNotice {
  #difference = SleepNotice.#differ();

  /** Whether the computer may have slept since the last look. */
  look() {
    const before = this.#difference;
    this.#difference = SleepNotice.#differ();
    return Math.abs(this.#difference - before) > PARTED;
  }

  static #differ() {
    return Date.now() - uptime();
  }
}
