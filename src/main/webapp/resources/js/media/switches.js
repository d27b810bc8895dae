import { KINDS } from "./constraints.js";

const KEY = "plenum.switches";
const ALL_ON = { muted: false, cameraOff: false };

/** The kinds of devices that are open with these switches: what is muted is open, for speaking at once. */
export function openWith({ cameraOff }) {
  return cameraOff ? ["microphone"] : KINDS;
}

/** Has the next meeting of this tab begin with these switches, whatever was switched off before. */
export function beginWith(store, switches) {
  store.write(KEY, { ...ALL_ON, ...switches });
}

/** What the person muted or switched off, kept over a reload of the tab. */
export class Switches {
  #store;
  #key;
  #values;

  /** `store` lives as long as the tab; `key` parts those of meetings that have nothing to do with each other. */
  constructor(store, key = KEY) {
    this.#store = store;
    this.#key = key;
    this.#values = { ...ALL_ON, ...store.read(key, {}) };
  }

  /** `{muted, cameraOff}`. */
  get values() {
    return this.#values;
  }

  update(changes) {
    this.#values = { ...this.#values, ...changes };
    this.#store.write(this.#key, this.#values);
  }
}
