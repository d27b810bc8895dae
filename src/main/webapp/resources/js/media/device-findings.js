import { KINDS } from "./constraints.js";

/** So loud, on a scale of 0 to 1, is somebody who speaks, and no quiet room. */
const VOICE = 0.3;

/**
 * What a test of the devices finds: which camera and microphone were opened, or why not, what the camera delivers,
 * whether the microphone hears somebody, and whether the test sound was played.
 */
export class DeviceFindings {
  #capture;
  #opened = {};
  #heard = false;
  #speaker = "";

  constructor(capture) {
    this.#capture = capture;
    capture.on("changed", ({ kind, track }) => track && this.#take(kind, track));
    capture.on("failed", ({ kind }) => (this.#opened[kind] ??= { label: "" }));
  }

  #take(kind, track) {
    const { width, height, frameRate } = track.getSettings();
    const picture = { width: width ?? 0, height: height ?? 0, frameRate: Math.round(frameRate ?? 0) };
    this.#opened[kind] = { label: track.label, ...(kind === "camera" && picture) };
  }

  /** The microphone's level at this moment. */
  hear(level) {
    this.#heard ||= level >= VOICE;
  }

  /** The test sound was `played`, or `failed`. */
  sounded(result) {
    this.#speaker = result;
  }

  /** All of it, with the name of the chosen speaker; undefined when nothing was tried. */
  result(speakerLabel) {
    if (Object.keys(this.#opened).length === 0 && this.#speaker === "") {
      return undefined;
    }
    const [camera, microphone] = KINDS.map((kind) => ({ ...this.#opened[kind], problem: this.#problem(kind) }));
    return {
      camera,
      microphone: { ...microphone, heard: this.#heard },
      speaker: { label: speakerLabel, result: this.#speaker },
    };
  }

  #problem(kind) {
    return this.#capture.failureOf(kind) ?? (this.#capture.isBlocked(kind) ? "blocked" : "");
  }
}
