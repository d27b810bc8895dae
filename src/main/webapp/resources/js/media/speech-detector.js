/** All levels are as of level-meter.js: 0 to 1 for -60 to 0 dB below the loudest. */
const BEGINS_ABOVE_FLOOR = 0.2;
const BEGINS_AT_LEAST = 0.25;
const GOES_ON_ABOVE_FLOOR = 0.1;
const GOES_ON_AT_LEAST = 0.18;
/** A click or a knock is shorter than this many milliseconds, a syllable longer. */
const BEGINS_AFTER = 70;
/** Pauses between words are shorter than this many milliseconds. */
const ENDS_AFTER = 600;
/** How fast steady sound becomes background, a second: a fan is taken for speech no longer than some seconds. */
const FLOOR_RISES = 0.05;
const HIGHEST_FLOOR = 0.6;

/**
 * Decides from how loud a microphone is whether somebody speaks: what is clearly louder than the quietest moments of
 * the last seconds. It takes more to begin than to go on, so that nobody flickers.
 */
export class SpeechDetector {
  #speaking = false;
  #floor = 0;
  #last;
  #loudSince;
  #quietSince;

  get speaking() {
    return this.#speaking;
  }

  /** The `level` at `now`, milliseconds on a clock that never goes back; answers whether somebody speaks. */
  hear(level, now) {
    const passed = this.#last === undefined ? 0 : (now - this.#last) / 1000;
    this.#last = now;
    this.#floor = Math.min(level, this.#floor + FLOOR_RISES * passed, HIGHEST_FLOOR);
    if (this.#speaking) {
      this.#goOn(level, now);
    } else {
      this.#begin(level, now);
    }
    return this.#speaking;
  }

  /** There is nothing to hear any more. */
  reset() {
    this.#speaking = false;
    this.#floor = 0;
    this.#last = undefined;
    this.#loudSince = undefined;
    this.#quietSince = undefined;
  }

  #begin(level, now) {
    const loud = level >= Math.max(this.#floor + BEGINS_ABOVE_FLOOR, BEGINS_AT_LEAST);
    this.#loudSince = loud ? (this.#loudSince ?? now) : undefined;
    if (loud && now - this.#loudSince >= BEGINS_AFTER) {
      this.#speaking = true;
      this.#loudSince = undefined;
    }
  }

  #goOn(level, now) {
    const quiet = level < Math.max(this.#floor + GOES_ON_ABOVE_FLOOR, GOES_ON_AT_LEAST);
    this.#quietSince = quiet ? (this.#quietSince ?? now) : undefined;
    if (quiet && now - this.#quietSince >= ENDS_AFTER) {
      this.#speaking = false;
      this.#quietSince = undefined;
    }
  }
}
