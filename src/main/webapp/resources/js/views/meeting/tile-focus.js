import { neighbour } from "./tile-places.js";

/**
 * The focus among tiles: Tab comes to the buttons of one tile only, arrow keys go to the next one as they are seen, P
 * pins. It stays near where it was when its tile goes.
 */
export class TileFocus {
  #list;
  #tile;
  #places = new Map();
  #current;

  /** `list` has the tiles; `tile(id)` answers one; `onPin(id)`: the person wants it pinned, or no longer. */
  constructor(list, { tile, onPin }) {
    this.#list = list;
    this.#tile = tile;
    list.addEventListener("focusin", ({ target }) => this.#use(idOf(target)));
    list.addEventListener("keydown", (event) => this.#key(event, onPin));
  }

  /** Shows other tiles by `change()`, which answers their places; a focus that would be lost goes to who is there. */
  keep(change) {
    const before = [...this.#places.keys()];
    const lost = this.#list.contains(document.activeElement) ? idOf(document.activeElement) : undefined;
    this.#places = change();
    const shown = [...this.#places.keys()];
    const index = Math.max(0, before.indexOf(this.#current));
    const next = this.#places.has(this.#current) ? this.#current : shown[Math.min(index, shown.length - 1)];
    this.#use(next);
    if (lost !== undefined && !this.#isShown(lost)) {
      this.#tile(next)?.focus();
    }
  }

  /** Also without a place: of two the own tile is in a corner of the other one's. */
  #isShown(id) {
    return this.#places.has(id) || this.#tile(id)?.element.hidden === false;
  }

  #use(id) {
    this.#current = id;
    this.#places.forEach((place, one) => this.#tile(one)?.reachable(one === id));
  }

  #key(event, onPin) {
    const id = idOf(event.target);
    const { key, ctrlKey, metaKey, altKey } = event;
    if (id === undefined || ctrlKey || metaKey || altKey) {
      return;
    }
    const other = neighbour(this.#places, id, key);
    if (other !== undefined) {
      event.preventDefault();
      this.#tile(other)?.focus();
    } else if (key.toLowerCase() === "p" && !event.repeat) {
      onPin(id);
    }
  }
}

const idOf = (target) => target.closest?.("[data-member]")?.dataset.member;
