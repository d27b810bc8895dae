import { Bus } from "../shared/bus.js";
import { settings } from "../shared/settings.js";

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

/** How the picture is taken: 1080p, and a little higher screens, as they are. */
const pictureOf = ({ frameRate }) => {
  const most = Math.min(frameRate, settings.screen.frameRate);
  return { width: { max: 1920 }, height: { max: 1200 }, frameRate: { ideal: most, max: most } };
};

/**
 * The same once it is there. Only with a least rate, which the browser's question does not take, Chromium repeats a
 * picture in which nothing moves: until it is sharp, and at once when somebody who comes needs a whole one. Without it,
 * the next picture comes up to a second later.
 */
const repeatedPictureOf = (mode) => ({ ...pictureOf(mode), frameRate: { ...pictureOf(mode).frameRate, min: 0 } });

/**
 * What is asked of the browser. The sound of this very page, which is the others' voices, would come back to them as an
 * echo: the system's sound is wanted only from browsers that can leave it out.
 */
function constraintsOf(mode) {
  const leavesOut = Boolean(navigator.mediaDevices.getSupportedConstraints?.().restrictOwnAudio);
  const sound = { echoCancellation: false, noiseSuppression: false, autoGainControl: false };
  return {
    video: pictureOf(mode),
    audio: leavesOut ? { ...sound, restrictOwnAudio: true } : sound,
    selfBrowserSurface: "exclude",
    surfaceSwitching: "include",
    systemAudio: leavesOut ? "include" : "exclude",
  };
}

/**
 * Whether this sound can hold none of this page's: another tab's, or one from which the browser really leaves it out.
 */
function isFreeOfEcho(picture, sound) {
  return picture.getSettings().displaySurface === "browser" || sound.getSettings().restrictOwnAudio === true;
}

/** Why there is no screen: "cancelled", "denied-by-system", "needs-click", "unsupported" or "unknown". */
function failureOf(error) {
  if (error?.name === "NotAllowedError") {
    return /system/i.test(error.message ?? "") ? "denied-by-system" : "cancelled";
  }
  if (error?.name === "InvalidStateError") {
    return "needs-click"; // Browsers ask only soon after a click or a key.
  }
  return error?.name === "NotFoundError" || error?.name === "NotSupportedError" ? "unsupported" : "unknown";
}

async function adjust(picture, mode) {
  picture.contentHint = mode.contentHint;
  await picture.applyConstraints(repeatedPictureOf(mode)).catch((error) => console.warn("frame rate unchanged", error));
}

/** The sound to share of what was chosen, if there is any. */
function soundOf(stream, picture) {
  const [sound] = stream.getAudioTracks();
  if (sound && !isFreeOfEcho(picture, sound)) {
    sound.stop();
    return undefined;
  }
  if (sound) {
    sound.contentHint = "music";
  }
  return sound;
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

  /** Shows the same screen in another mode from now on. */
  async use(mode) {
    if (this.picture) {
      await adjust(this.picture, SCREEN_MODES.get(mode));
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

  #take(stream, mode) {
    const [video] = stream.getVideoTracks();
    adjust(video, mode);
    this.#tracks = { video, audio: soundOf(stream, video) };
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
