import { Bus } from "../shared/bus.js";
import { KINDS, constraintsFor, wantedOf } from "./constraints.js";
import { permissionFor } from "./devices.js";
import { earlyDevices } from "./early-devices.js";
import { failureOf } from "./failures.js";

/**
 * The own camera and microphone, opened as the choices say.
 *
 * Events: `changed` ({kind, track}: the track is another one, or undefined), `failed` ({kind, failure}),
 * `replaced` ({kind, wanted, used}: the remembered device is gone and another one is used),
 * `blocked` ({kind}: the system or a switch on the device holds it back, or does no longer),
 * `unplugged` ({kind, label}: it went away while in use; `changed` or `failed` follows).
 */
export class Capture extends Bus {
  #choices;
  #tracks = { camera: undefined, microphone: undefined };
  #failures = {};
  #cameraPicture;
  /** Counts openings per kind, so that a slow one that was overtaken is thrown away. */
  #opening = { camera: 0, microphone: 0 };

  constructor(choices) {
    super();
    this.#choices = choices;
  }

  /** Why `kind` could not be opened the last time, undefined when it could, was closed, or was never tried. */
  failureOf(kind) {
    return this.#failures[kind];
  }

  /** Whether the device of `kind` is open but gives nothing: the system, or a switch on it, holds it back. */
  isBlocked(kind) {
    return Boolean(this.#tracks[kind]?.muted);
  }

  get camera() {
    return this.#tracks.camera;
  }

  /** The camera's track as a stream, one object per track: a new one would make a video element start over. */
  get cameraPicture() {
    const { camera } = this;
    if (this.#cameraPicture?.getVideoTracks()[0] !== camera) {
      this.#cameraPicture = camera && new MediaStream([camera]);
    }
    return this.#cameraPicture;
  }

  get microphone() {
    return this.#tracks.microphone;
  }

  /** Opens what the choices ask for (all kinds, or the given ones); failures are told by events. */
  async open(kinds = KINDS) {
    if (!navigator.mediaDevices?.getUserMedia) {
      kinds.forEach((kind) => this.#fail(kind, "insecure", () => true));
      return;
    }
    const wanted = wantedOf(kinds, this.#choices.values);
    kinds.filter((kind) => !wanted.includes(kind)).forEach((kind) => this.close(kind));
    if (wanted.length > 0) {
      await this.#openTogether(wanted);
    }
  }

  /** Stops the track of `kind`: the camera's light goes out. */
  close(kind) {
    this.#opening[kind] += 1;
    this.#failures[kind] = undefined;
    this.#replace(kind, undefined);
  }

  /** Stops everything. */
  closeAll() {
    KINDS.forEach((kind) => this.close(kind));
  }

  /** One request for both, because the browser then asks the person only once. */
  async #openTogether(kinds) {
    const turns = kinds.map((kind) => (this.#opening[kind] += 1));
    const current = (kind) => this.#opening[kind] === turns[kinds.indexOf(kind)];
    // Browsers give a device that is in use only as it is used already: another resolution would be ignored.
    kinds.forEach((kind) => this.#tracks[kind]?.stop());
    try {
      this.#take(await this.#opened(kinds), kinds, current);
    } catch (error) {
      await this.#afterFailure(error, kinds, current);
    }
  }

  /** Together nothing opened: tries each kind alone, except that a person who said no is not asked again. */
  async #afterFailure(error, kinds, current) {
    const failure = failureOf(error);
    for (const kind of kinds) {
      const worthATry = kinds.length > 1 && (!failure.startsWith("d") || (await permissionFor(kind)) === "granted");
      if (worthATry) {
        await this.#openAlone(kind, current);
      } else {
        this.#fail(kind, failure, current);
      }
    }
  }

  async #openAlone(kind, current) {
    try {
      this.#take(await this.#opened([kind]), [kind], current);
    } catch (error) {
      this.#fail(kind, failureOf(error), current);
    }
  }

  #opened(kinds) {
    const constraints = constraintsFor(kinds, this.#choices.values);
    return earlyDevices.take(constraints) ?? navigator.mediaDevices.getUserMedia(constraints);
  }

  #fail(kind, failure, current) {
    if (current(kind)) {
      this.#replace(kind, undefined);
      this.#failures[kind] = failure;
      this.emit("failed", { kind, failure });
    }
  }

  #take(stream, kinds, current) {
    for (const track of stream.getTracks()) {
      const kind = track.kind === "video" ? "camera" : "microphone";
      if (!kinds.includes(kind) || !current(kind)) {
        track.stop();
        continue;
      }
      track.contentHint = kind === "camera" ? "motion" : "speech";
      this.#failures[kind] = undefined;
      track.addEventListener("ended", () => this.#ended(kind, track));
      for (const event of ["mute", "unmute"]) {
        track.addEventListener(event, () => this.#tracks[kind] === track && this.emit("blocked", { kind }));
      }
      this.#replace(kind, track);
      this.#compareWithChoice(kind, track);
    }
  }

  /** A device that is gone is only an ideal that was missed: the person is told, and the default is used. */
  #compareWithChoice(kind, track) {
    const wanted = this.#choices.values[kind];
    const used = track.getSettings().deviceId;
    if (wanted && used && wanted !== used) {
      this.emit("replaced", { kind, wanted: this.#choices.values[`${kind}Label`], used: track.label });
      this.#choices.update({ [kind]: "", [`${kind}Label`]: "" });
    }
  }

  /** A track ends by itself only when its device went away or the permission was taken back. */
  async #ended(kind, track) {
    if (this.#tracks[kind] !== track) {
      return;
    }
    this.emit("unplugged", { kind, label: track.label });
    this.close(kind);
    await this.open([kind]);
    if (this.#tracks[kind]) {
      this.emit("replaced", { kind, wanted: track.label, used: this.#tracks[kind].label });
    }
  }

  #replace(kind, track) {
    const before = this.#tracks[kind];
    if (before !== track) {
      this.#tracks[kind] = track;
      before?.stop();
      this.emit("changed", { kind, track });
    }
  }
}
