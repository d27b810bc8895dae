import { FakeStream } from "./peers.js";

/** A track of a camera, a microphone or a screen. */
export class FakeTrack extends EventTarget {
  enabled = true;
  muted = false;
  live = true;
  #settings;

  constructor(kind, label, settings = {}) {
    super();
    this.kind = kind;
    this.label = label;
    this.#settings = settings;
  }

  getSettings = () => this.#settings;
  applyConstraints = async () => undefined;
  stop = () => (this.live = false);

  /** The system, or a switch on the device, holds it back, or does no longer. */
  block(muted) {
    this.muted = muted;
    this.dispatchEvent(new Event(muted ? "mute" : "unmute"));
  }

  /** The device went away. */
  unplug() {
    this.live = false;
    this.dispatchEvent(new Event("ended"));
  }
}

/** Whose test runs now: modules ask a browser for its permissions once, and keep the answers. */
let current;
const permissions = {
  query: async () => ({
    get state() {
      return current.permission;
    },
  }),
};

/** Values that a browser keeps: a Store without a browser. */
export function storage(kept = {}) {
  return {
    kept,
    read: (key, fallback) => kept[key] ?? fallback,
    write: (key, value) => Boolean((kept[key] = value)),
  };
}

/**
 * Plays the browser's devices: `opened` are the tracks so far, `asked` the constraints; `refuse` by kind of track
 * ("video", "audio") is the name of the error with which it does not open. `screens` are answered when the browser asks
 * what to share: a track, or an error's name.
 */
export function devices(t, { permission = "granted" } = {}) {
  const played = { opened: [], asked: [], refuse: {}, screens: [], permission, plugged: ["videoinput"] };
  current = played;
  const wantedKinds = (constraints) => ["video", "audio"].filter((kind) => constraints[kind]);
  const open = (kind, { deviceId }) => {
    const id = deviceId?.ideal && played.gone !== deviceId.ideal ? deviceId.ideal : `default-${kind}`;
    const track = new FakeTrack(kind, `label of ${id}`, { deviceId: id });
    played.opened.push(track);
    return track;
  };
  const getUserMedia = async (constraints) => {
    played.asked.push(constraints);
    await played.answered;
    const kinds = wantedKinds(constraints);
    const refusal = kinds.map((kind) => played.refuse[kind]).find(Boolean);
    if (refusal) {
      throw new DOMException("", refusal);
    }
    return new FakeStream(kinds.map((kind) => open(kind, constraints[kind])));
  };
  const getDisplayMedia = async () => {
    const screen = played.screens.shift();
    if (typeof screen === "string") {
      throw new DOMException("", screen);
    }
    return new FakeStream([screen]);
  };
  /** From now on the browser takes its time, until what this answers is called. */
  played.takeTime = () => {
    let open;
    played.answered = new Promise((resolve) => (open = resolve));
    return open;
  };
  const enumerateDevices = async () => played.plugged.map((kind) => ({ kind, deviceId: "", label: "" }));
  const mediaDevices = Object.assign(new EventTarget(), { enumerateDevices, getUserMedia, getDisplayMedia });
  /** Other kinds of devices are plugged in now. */
  played.plug = (...kinds) => {
    played.plugged = kinds;
    mediaDevices.dispatchEvent(new Event("devicechange"));
  };
  const before = Object.getOwnPropertyDescriptor(globalThis, "navigator");
  Object.defineProperty(globalThis, "navigator", { value: { mediaDevices, permissions }, configurable: true });
  t.after(() => before && Object.defineProperty(globalThis, "navigator", before));
  return played;
}
