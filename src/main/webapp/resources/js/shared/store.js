/** JSON values in a browser storage; a storage that is blocked or broken behaves as an empty one. */
export class Store {
  #open;

  /** `open` answers the storage; it is called each time because a browser may forbid even naming it. */
  constructor(open) {
    this.#open = open;
  }

  /** The value kept under `key`, or `fallback`. */
  read(key, fallback) {
    try {
      const value = this.#open().getItem(key);
      return value === null ? fallback : JSON.parse(value);
    } catch {
      return fallback;
    }
  }

  /** Keeps `value` under `key`; answers whether that worked. */
  write(key, value) {
    try {
      this.#open().setItem(key, JSON.stringify(value));
      return true;
    } catch {
      return false;
    }
  }

  /** The value kept under `key`, which is then forgotten. */
  take(key, fallback) {
    const value = this.read(key, fallback);
    try {
      this.#open().removeItem(key);
    } catch {
      // Nothing was kept.
    }
    return value;
  }
}
