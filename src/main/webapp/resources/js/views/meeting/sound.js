/** The sound of one stream, which is not seen on the page. */
export class Sound {
  #audio = document.createElement("audio");
  #onBlocked;

  /** `onBlocked()`: the browser wants a click before it plays. */
  constructor(onBlocked) {
    this.#onBlocked = onBlocked;
    this.#audio.autoplay = true;
  }

  /** Plays `stream` on `speaker` (a device id, "" for the system's), or nothing. */
  play(stream, speaker) {
    if (this.#audio.srcObject !== (stream ?? null)) {
      this.#audio.srcObject = stream ?? null;
      if (stream) {
        this.useSpeaker(speaker);
        this.hear();
      }
    }
  }

  /** How loud it is, from 0 to 1, or not at all. */
  set({ volume, muted }) {
    this.#audio.volume = volume;
    this.#audio.muted = muted;
  }

  /** Sends the sound to another output. */
  useSpeaker(speaker) {
    if (this.#audio.setSinkId && this.#audio.sinkId !== speaker) {
      this.#audio.setSinkId(speaker).catch((error) => console.warn("the chosen speaker is not there", error));
    }
  }

  /** Starts it (again); a browser that wants a click first is told of by `onBlocked`. */
  hear() {
    if (this.#audio.srcObject) {
      this.#audio.play().catch((error) => error.name === "NotAllowedError" && this.#onBlocked());
    }
  }
}
