import { Bus } from "../shared/bus.js";
import { chimeAt, wavOf } from "./wav.js";

/** Two calls of A5, E6, C#6, then a pause; played again and again. */
const NOTES = [0, 0.9].flatMap((start) => [
  [880, start],
  [1318.51, start + 0.16],
  [1108.73, start + 0.32],
]);
const SECONDS = 3.2;

/** The ringtone as a WAV file in memory, to be repeated without end. */
export function ringtone() {
  return wavOf((time) => chimeAt(NOTES, time), SECONDS);
}

/** Of all tabs of a browser only the one that holds this lock is heard. */
const LOCK = "plenum.ringtone";

/** Runs `turn` when it is this tab's turn, and lets the next tab have it when the promise of `turn` is settled. */
function whenFree(signal, turn) {
  const locks = globalThis.navigator?.locks;
  // Browsers have locks only on secure addresses; elsewhere all tabs ring.
  return locks ? locks.request(LOCK, { signal }, turn) : turn();
}

/**
 * Plays the ringtone until it is stopped.
 *
 * Event: `blocked` (whether the browser holds the sound back until somebody clicks on the page).
 */
export class Ringtone extends Bus {
  #audio;
  #speaker = "";
  #run;
  /** Whether it sounds, or waits for this tab's turn. */
  #trying = false;
  #blocked = false;

  /** Begins to ring on `speaker` (a device id, "" for the system's output); the promise tells that it is tried. */
  start(speaker) {
    this.stop();
    this.#run = new AbortController();
    this.#speaker = speaker;
    return this.retry();
  }

  /** Tries again to be heard: somebody clicked. */
  async retry() {
    const run = this.#run;
    if (run && !this.#trying) {
      this.#trying = true;
      await new Promise((tried) => whenFree(run.signal, () => this.#sound(run.signal, tried)).catch(tried));
    }
  }

  /** Is silent, from the beginning of the tone the next time. */
  stop() {
    this.#run?.abort();
    this.#run = undefined;
    this.#trying = false;
    this.#set(false);
    if (this.#audio) {
      this.#audio.pause();
      this.#audio.currentTime = 0;
    }
  }

  /** Sounds until it is stopped; not at all where the browser forbids it, so that another tab may try. */
  async #sound(signal, tried) {
    const over = new Promise((resolve) => signal.addEventListener("abort", resolve));
    const sounds = await this.#play(signal);
    if (sounds && !signal.aborted) {
      tried();
      await over;
    } else if (!signal.aborted) {
      this.#trying = false;
    }
    tried();
  }

  async #play(signal) {
    this.#audio ??= Object.assign(new Audio(URL.createObjectURL(ringtone())), { loop: true });
    if (this.#audio.setSinkId) {
      // The chosen speaker may be gone: better the system's than none.
      await this.#audio.setSinkId(this.#speaker).catch(() => undefined);
    }
    if (signal.aborted) {
      return false;
    }
    try {
      await this.#audio.play();
      this.#set(false);
      return true;
    } catch (error) {
      this.#set(error.name === "NotAllowedError" && !signal.aborted);
      return false;
    }
  }

  #set(blocked) {
    if (this.#blocked !== blocked) {
      this.#blocked = blocked;
      this.emit("blocked", blocked);
    }
  }
}
