import { Capture } from "../media/capture.js";
import { NONE } from "../media/choices.js";
import { KINDS, wantedOf } from "../media/constraints.js";
import { permissionFor } from "../media/devices.js";
import { maxBitrate } from "../media/resolutions.js";
import { openWith } from "../media/switches.js";
import { Bus } from "../shared/bus.js";
import { allowedBitrate } from "./picture-budget.js";

/**
 * The own camera and microphone during a meeting: what of them the person wants, what could be opened, and what is
 * muted or switched off.
 *
 * Event: `changed`, when the others are to be told, or sent, something else.
 */
export class OwnDevices extends Bus {
  capture;
  #choices;
  #switches;

  /** `switches`: what was muted or switched off before. */
  constructor(choices, switches) {
    super();
    this.#choices = choices;
    this.#switches = switches;
    this.capture = new Capture(choices);
    this.capture.on("changed", ({ kind, track }) => this.#trackChanged(kind, track));
    this.capture.on("failed", () => this.emit("changed"));
    this.capture.on("blocked", () => this.emit("changed"));
    choices.on("changed", () => this.emit("changed"));
  }

  /** What the others are told: `{camera, microphone, muted, cameraOff, cameraBlocked, microphoneBlocked}`. */
  get told() {
    const has = (kind) => this.#choices.values[kind] !== NONE && !this.capture.failureOf(kind);
    const blocked = (kind) => has(kind) && this.capture.isBlocked(kind);
    return {
      camera: has("camera"),
      microphone: has("microphone"),
      ...this.#switches.values,
      cameraBlocked: blocked("camera"),
      microphoneBlocked: blocked("microphone"),
    };
  }

  /** The kinds that are sent at all: `{video, audio}`. */
  get kinds() {
    const { camera, microphone } = this.told;
    return { video: camera, audio: microphone };
  }

  /** The tracks that are there now: `{video, audio}`. */
  get tracks() {
    const { camera, microphone } = this.capture;
    return { video: camera, audio: microphone };
  }

  /** The most that the own picture may use in its largest size, in bit/s. */
  get bitrate() {
    const { values } = this.#choices;
    return Math.min(maxBitrate(values.resolution), allowedBitrate(values));
  }

  /** The most that it may use in all its sizes together, where the person limits the bandwidth. */
  get bandwidth() {
    return this.#choices.values.bandwidth || Infinity;
  }

  /** Opens what is neither unwanted nor switched off. */
  open() {
    return this.capture.open(openWith(this.#switches.values));
  }

  /** Resolves when the browser allows every wanted device already; otherwise never. */
  async allowed() {
    const permissions = await Promise.all(wantedOf(KINDS, this.#choices.values).map(permissionFor));
    return permissions.every((permission) => permission === "granted") || new Promise(() => undefined);
  }

  /** Stops everything; lights go out. */
  close() {
    this.capture.closeAll();
  }

  /** Mutes the microphone, or does not; without one nothing happens. */
  mute(muted) {
    if (this.told.microphone && muted !== this.#switches.values.muted) {
      this.#switch({ muted });
    }
  }

  /** Switches the camera off, if it is on. */
  stopCamera() {
    if (!this.#switches.values.cameraOff && this.told.camera) {
      this.toggleCamera();
    }
  }

  /** Switches the camera off, really, so that its light goes out; or on again. */
  toggleCamera() {
    if (!this.told.camera) {
      return;
    }
    this.#switch({ cameraOff: !this.#switches.values.cameraOff });
    if (this.#switches.values.cameraOff) {
      this.capture.close("camera");
    } else {
      this.capture.open(["camera"]);
    }
  }

  #trackChanged(kind, track) {
    if (kind === "microphone" && track) {
      track.enabled = !this.#switches.values.muted;
    }
    this.emit("changed");
  }

  #switch(changes) {
    this.#switches.update(changes);
    if (this.capture.microphone) {
      this.capture.microphone.enabled = !this.#switches.values.muted;
    }
    this.emit("changed");
  }
}
