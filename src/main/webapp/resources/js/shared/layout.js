import { Bus } from "./bus.js";

const KEY = "plenum.layout";
const DEFAULTS = { view: "grid", most: 0, self: true };
/** "grid": everybody alike; "speaker": whoever speaks large, the others in a strip. */
const VIEWS = ["grid", "speaker"];
/** So many people on a page of the grid at most; 0: as the window's size suggests. */
export const MOST = [0, 9, 16, 25];

/**
 * How somebody wants to see the others, kept in this browser: `{view, most, self}`; `self`: whether the own picture is
 * shown. Whom they pinned lasts as long as the page. Event: `changed`.
 */
export class Layout extends Bus {
  #store;
  #values;
  #pinned = new Set();

  constructor(store) {
    super();
    this.#store = store;
    this.#values = sanitized(store.read(KEY, {}) ?? {});
  }

  get values() {
    return this.#values;
  }

  /** The ids of those who are pinned, who was pinned first comes first. */
  get pinned() {
    return [...this.#pinned];
  }

  /** Takes over and keeps `changes`. */
  update(changes) {
    this.#values = sanitized({ ...this.#values, ...changes });
    this.#store.write(KEY, this.#values);
    this.emit("changed");
  }

  /** Pins this member, or no longer. */
  togglePin(id) {
    if (!this.#pinned.delete(id)) {
      this.#pinned.add(id);
    }
    this.emit("changed");
  }
}

/** Whatever an older version or a curious person left in the storage, made to fit. */
function sanitized({ view, most, self }) {
  return Object.freeze({
    view: VIEWS.includes(view) ? view : DEFAULTS.view,
    most: MOST.includes(most) ? most : DEFAULTS.most,
    self: typeof self === "boolean" ? self : DEFAULTS.self,
  });
}
