const KEY = "plenum.notices";

/** Notices that one page leaves for the next one, as `{key, values}` of a text. */
export class Notices {
  #store;

  /** `store` lives as long as the tab. */
  constructor(store) {
    this.#store = store;
  }

  /** Leaves the text `key` for the next page. */
  leave(key, ...values) {
    this.#store.write(KEY, [...this.#store.read(KEY, []), { key, values }].slice(-5));
  }

  /** What earlier pages left, once. */
  take() {
    return this.#store.take(KEY, []);
  }
}
