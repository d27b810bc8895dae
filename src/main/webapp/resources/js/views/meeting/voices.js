import { Sound } from "./sound.js";

/** The sounds of everybody in a room where people are listed, not shown: each as loud as the person wants it. */
export class Voices {
  #volumes;
  #speaker = "";
  #onBlocked;
  /** By key: {member, sound}. */
  #sounds = new Map();

  /** `volumes` as of shared/volumes.js; `onBlocked()`: the browser wants a click before it plays. */
  constructor(volumes, onBlocked) {
    this.#volumes = volumes;
    this.#onBlocked = onBlocked;
    volumes.on("changed", () => this.#sounds.forEach((one) => this.#adjust(one)));
  }

  /** Plays these, each `{key, member, stream}`, and nothing else; `member` is whose volume is used. */
  show(wanted) {
    const keys = new Set(wanted.map(({ key }) => key));
    for (const [key, { sound }] of this.#sounds) {
      if (!keys.has(key)) {
        sound.play(undefined, "");
        this.#sounds.delete(key);
      }
    }
    wanted.forEach((one) => this.#play(one));
  }

  /** Sends all sound to another output. */
  useSpeaker(speaker) {
    this.#speaker = speaker;
    this.#sounds.forEach(({ sound }) => sound.useSpeaker(speaker));
  }

  /** Starts what the browser held back. */
  hear() {
    this.#sounds.forEach(({ sound }) => sound.hear());
  }

  #play({ key, member, stream }) {
    if (!this.#sounds.has(key)) {
      this.#sounds.set(key, { member, sound: new Sound(this.#onBlocked) });
      this.#adjust(this.#sounds.get(key));
    }
    this.#sounds.get(key).sound.play(stream, this.#speaker);
  }

  #adjust({ member, sound }) {
    sound.set(this.#volumes.of(member));
  }
}
