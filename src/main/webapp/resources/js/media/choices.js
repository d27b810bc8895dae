import { Bus } from "../shared/bus.js";
import { DEFAULT_RESOLUTION, RESOLUTIONS } from "./resolutions.js";

const KEY = "plenum.devices";
/** The value of `camera` or `microphone` that means: use none. */
export const NONE = "none";

const DEFAULTS = {
  camera: "",
  cameraLabel: "",
  microphone: "",
  microphoneLabel: "",
  speaker: "",
  speakerLabel: "",
  resolution: DEFAULT_RESOLUTION,
  echoCancellation: true,
  noiseSuppression: true,
  autoGainControl: true,
  dataSaver: false,
  soundOnly: false,
  /** The most that pictures may take in each direction, in bit/s; 0: no limit. */
  bandwidth: 0,
  /** Whether keys of one letter do something in a meeting. */
  letterKeys: true,
  /** Whether real-time text is heard when it comes, and when it is sent. */
  textTones: true,
};
/** The limits among which a person chooses. */
export const BANDWIDTHS = [0, 2_500_000, 1_000_000, 500_000, 250_000];

/**
 * The person's choices of devices, how to use them and what of the network, kept in this browser for every page. A
 * device is its id, "" for the browser's default, or NONE. Event: `changed` (the names of what changed).
 */
export class Choices extends Bus {
  #store;
  #values;

  constructor(store) {
    super();
    this.#store = store;
    this.#values = sanitized(store.read(KEY, {}));
  }

  /** All choices, as a plain object that nobody can change. */
  get values() {
    return this.#values;
  }

  get wantsCamera() {
    return this.#values.camera !== NONE;
  }

  get wantsMicrophone() {
    return this.#values.microphone !== NONE;
  }

  /** Takes over and keeps `changes`. */
  update(changes) {
    const names = Object.keys(changes).filter((name) => this.#values[name] !== changes[name]);
    if (names.length > 0) {
      this.#values = sanitized({ ...this.#values, ...changes });
      this.#store.write(KEY, this.#values);
      this.emit("changed", names);
    }
  }
}

/** Whatever an older version or a curious person left in the storage, made to fit. */
function sanitized(kept) {
  const values = {};
  for (const [name, fallback] of Object.entries(DEFAULTS)) {
    values[name] = typeof kept?.[name] === typeof fallback ? kept[name] : fallback;
  }
  if (!RESOLUTIONS.has(values.resolution)) {
    values.resolution = DEFAULT_RESOLUTION;
  }
  if (!BANDWIDTHS.includes(values.bandwidth)) {
    values.bandwidth = DEFAULTS.bandwidth;
  }
  return Object.freeze(values);
}
