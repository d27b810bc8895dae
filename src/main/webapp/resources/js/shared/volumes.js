import { Bus } from "./bus.js";

const KEY = "plenum.volumes";
const KEPT = 200;
const FULL = Object.freeze({ volume: 1, muted: false });

/** How loud each person is for me, and whom I do not want to hear; kept in this browser. Event: `changed` (the id). */
export class Volumes extends Bus {
  #store;
  #volumes;

  constructor(store) {
    super();
    this.#store = store;
    this.#volumes = new Map(Object.entries(store.read(KEY, {}) ?? {}).map(([id, kept]) => [id, sanitized(kept)]));
  }

  /** `{volume: 0 to 1, muted}` of this person. */
  of(id) {
    return this.#volumes.get(id) ?? FULL;
  }

  /** Takes over and keeps `changes`: `volume`, `muted` or both. */
  set(id, changes) {
    const next = sanitized({ ...this.of(id), ...changes });
    this.#volumes.delete(id);
    if (next.volume !== FULL.volume || next.muted) {
      this.#volumes.set(id, next);
    }
    const newest = [...this.#volumes].slice(-KEPT);
    this.#store.write(KEY, Object.fromEntries(newest));
    this.emit("changed", id);
  }
}

function sanitized(kept) {
  const volume = Number.isFinite(kept?.volume) ? Math.min(1, Math.max(0, kept.volume)) : FULL.volume;
  return Object.freeze({ volume, muted: kept?.muted === true });
}
