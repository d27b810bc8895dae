import { uptime } from "../shared/clock.js";
import { chimeAt, wavOf } from "./wav.js";

/** So many milliseconds after a tone there is no other of its kind: whoever writes fast is heard once. */
export const APART = 1_500;
const SECONDS = 0.3;
/** Of the test sound: beside voices, and not over them. */
const LOUD = 0.35;

/** `[frequency in Hz, start in seconds]`: what comes rises, and what one wrote falls. */
const NOTES = {
  received: [
    [1046.5, 0],
    [1318.51, 0.08],
  ],
  sent: [
    [659.26, 0],
    [493.88, 0.08],
  ],
};

/** The short tone of a kind, "received" or "sent", as a WAV file in memory. */
export function textTone(kind) {
  return wavOf((time) => chimeAt(NOTES[kind], time) * LOUD * Math.max(0, 1 - time / SECONDS), SECONDS);
}

/** Makes text that came and text that was sent known to the ear, each by a tone of its own. */
export class TextTones {
  #isOn;
  #speaker;
  #audios = {};
  #last = {};

  /** `isOn()` whether they are wanted; `speaker()` a device id, "" for the system's output. */
  constructor(isOn, speaker) {
    this.#isOn = isOn;
    this.#speaker = speaker;
  }

  /** Somebody else begins a line. */
  received() {
    return this.#play("received");
  }

  /** The own line is finished. */
  sent() {
    return this.#play("sent");
  }

  async #play(kind) {
    const now = uptime();
    if (!this.#isOn() || now - (this.#last[kind] ?? -Infinity) < APART) {
      return;
    }
    this.#last[kind] = now;
    const audio = (this.#audios[kind] ??= new Audio(URL.createObjectURL(textTone(kind))));
    if (audio.setSinkId) {
      // The chosen speaker may be gone: better the system's than none.
      await audio.setSinkId(this.#speaker()).catch(() => undefined);
    }
    audio.currentTime = 0;
    // A page on which nobody clicked yet makes no sound, and needs none.
    await audio.play().catch(() => undefined);
  }
}
