import { element } from "../common/dom.js";
import { Sound } from "./sound.js";

/**
 * The picture and the sound of one stream on the page, as a row of a KeyedList. Sound and picture are set apart, so
 * that a blocked sound never stops a picture.
 */
export class MediaTile {
  element;
  video = element("video", {
    class: "tile__video",
    playsinline: true,
    autoplay: true,
    muted: true,
    "aria-hidden": "true",
  });
  #sound;

  /** `silent`: it has no sound at all; `onBlocked()`: the browser wants a click before it plays the sound. */
  constructor({ silent, onBlocked }) {
    this.video.muted = true;
    this.video.addEventListener("loadeddata", () => (this.element.dataset.frames = "true"));
    this.video.addEventListener("emptied", () => (this.element.dataset.frames = "false"));
    this.#sound = silent ? undefined : new Sound(onBlocked);
  }

  /** Shows `stream`'s picture, or none. */
  showVideo(stream) {
    if (this.video.srcObject !== (stream ?? null)) {
      this.video.srcObject = stream ?? null;
      if (stream) {
        this.video.play().catch(() => undefined);
      }
    }
  }

  /** Plays `stream`'s sound on `speaker` (a device id, "" for the system's), or none. */
  playAudio(stream, speaker) {
    this.#sound?.play(stream, speaker);
  }

  /** Sends the sound to another output. */
  useSpeaker(speaker) {
    this.#sound?.useSpeaker(speaker);
  }

  /** Starts the sound; a browser that wants a click first is told of by `onBlocked`. */
  hear() {
    this.#sound?.hear();
  }

  remove() {
    this.showVideo(undefined);
    this.playAudio(undefined, "");
  }
}
