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

/**
 * Plays the ringtone until it is stopped.
 *
 * Event: `blocked` (whether the browser holds the sound back until somebody clicks on the page).
 */
export class Ringtone extends Bus {
  #audio;
  #ringing = false;
  #blocked = false;

  /** Begins to ring on `speaker` (a device id, "" for the system's output). */
  start(speaker) {
    this.#ringing = true;
    if (!this.#audio) {
      this.#audio = new Audio(URL.createObjectURL(ringtone()));
      this.#audio.loop = true;
    }
    if (speaker && this.#audio.setSinkId) {
      // The chosen speaker may be gone: better the system's than none.
      this.#audio.setSinkId(speaker).catch(() => undefined);
    }
    return this.retry();
  }

  /** Tries again to be heard: somebody clicked. */
  async retry() {
    if (!this.#ringing) {
      return;
    }
    try {
      await this.#audio.play();
      this.#set(false);
    } catch (error) {
      this.#set(error.name === "NotAllowedError" && this.#ringing);
    }
  }

  /** Is silent, from the beginning of the tone the next time. */
  stop() {
    this.#ringing = false;
    this.#set(false);
    if (this.#audio) {
      this.#audio.pause();
      this.#audio.currentTime = 0;
    }
  }

  #set(blocked) {
    if (this.#blocked !== blocked) {
      this.#blocked = blocked;
      this.emit("blocked", blocked);
    }
  }
}
