const KEY = "plenum.switches";
const ALL_ON = { muted: false, cameraOff: false };

/** Has the next meeting of this tab begin with these switches, whatever was switched off before. */
export function beginWith(store, switches) {
  store.write(KEY, { ...ALL_ON, ...switches });
}

/** What the person muted or switched off, kept over a reload of the tab. */
export class Switches {
  #store;
  #values;

  /** `store` lives as long as the tab. */
  constructor(store) {
    this.#store = store;
    this.#values = { ...ALL_ON, ...store.read(KEY, {}) };
  }

  /** `{muted, cameraOff}`. */
  get values() {
    return this.#values;
  }

  update(changes) {
    this.#values = { ...this.#values, ...changes };
    this.#store.write(KEY, this.#values);
  }
}
