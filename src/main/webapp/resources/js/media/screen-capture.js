import { Bus } from "../shared/bus.js";

/** What one screen's picture may use at most, in bit/s. */
export const SCREEN_BITRATE = 2_500_000;

/**
 * What a shared screen shows. The hint makes the browser keep the resolution, so that letters stay legible, or the
 * frame rate (W3C mst-content-hint 2.2).
 */
export const SCREEN_MODES = new Map([
  ["text", { contentHint: "text", frameRate: 5 }],
  ["motion", { contentHint: "motion", frameRate: 30 }],
]);

/** Whether this browser can share a screen at all: most phones cannot, and no browser on an insecure address. */
export function canShareScreen() {
  return Boolean(navigator.mediaDevices?.getDisplayMedia);
}

/** What is asked of the browser: its own surface and the system's sound would come back as an echo. */
function constraintsOf({ frameRate }) {
  return {
    video: { width: { max: 1920 }, height: { max: 1200 }, frameRate: { ideal: frameRate, max: frameRate } },
    audio: { echoCancellation: false, noiseSuppression: false, autoGainControl: false },
    selfBrowserSurface: "exclude",
    surfaceSwitching: "include",
    systemAudio: "exclude",
  };
}

/** Why there is no screen: "cancelled", "denied-by-system", "unsupported" or "unknown". */
function failureOf(error) {
  if (error?.name === "NotAllowedError") {
    return /system/i.test(error.message ?? "") ? "denied-by-system" : "cancelled";
  }
  return error?.name === "NotFoundError" || error?.name === "NotSupportedError" ? "unsupported" : "unknown";
}

/**
 * The screen, window or tab that the person chose to share, with its sound where the browser gives it.
 *
 * Events: `changed` (the tracks are others), `ended` (the person stopped it in the browser's own bar, or closed it).
 */
export class ScreenCapture extends Bus {
  #tracks = {};
  #run = 0;

  /** The picture's track, if a screen is shared. */
  get picture() {
    return this.#tracks.video;
  }

  /** The sound's track, if what is shared has one. */
  get sound() {
    return this.#tracks.audio;
  }

  /**
   * Has the browser ask what to share; must be called soon after a click. The promise is undefined when there is a
   * screen, else why there is none. A screen that comes after `close` is thrown away: "cancelled".
   */
  async open(mode = "text") {
    this.close();
    const run = this.#run;
    try {
      const stream = await navigator.mediaDevices.getDisplayMedia(constraintsOf(SCREEN_MODES.get(mode)));
      if (run !== this.#run) {
        stream.getTracks().forEach((track) => track.stop());
        return "cancelled";
      }
      this.#take(stream, SCREEN_MODES.get(mode));
      return undefined;
    } catch (error) {
      return canShareScreen() ? failureOf(error) : "unsupported";
    }
  }

  /** Stops sharing. */
  close() {
    this.#run += 1;
    const tracks = Object.values(this.#tracks);
    this.#tracks = {};
    tracks.forEach((track) => track?.stop());
    if (tracks.length > 0) {
      this.emit("changed");
    }
  }

  #take(stream, { contentHint }) {
    const [video] = stream.getVideoTracks();
    const [audio] = stream.getAudioTracks();
    video.contentHint = contentHint;
    if (audio) {
      audio.contentHint = "music";
    }
    this.#tracks = { video, audio };
    video.addEventListener("ended", () => this.#ended(video));
    this.emit("changed");
  }

  #ended(track) {
    if (this.#tracks.video === track) {
      this.close();
      this.emit("ended");
    }
  }
}
