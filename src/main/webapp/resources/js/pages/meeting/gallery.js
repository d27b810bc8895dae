import { ActiveSpeaker } from "../../meeting/active-speaker.js";
import { TileOrder } from "../../meeting/tile-order.js";
import { isPinnable, largeOf, roleOf } from "../../meeting/tile-roles.js";
import { uptime } from "../../shared/clock.js";
import { Layout } from "../../shared/layout.js";
import { LayoutDialog } from "../../views/meeting/layout-dialog.js";
import { TileGrid } from "../../views/meeting/tile-grid.js";

/** The tiles of a meeting as the person wants to see them: who is where, large, on the first page, pinned. */
export class Gallery {
  #grid;
  #layout;
  #order = new TileOrder();
  #speaker = new ActiveSpeaker();
  #active;
  /** Who is shown large. */
  #large = [];
  /** How many are in the room. */
  #count = 0;
  #timer;
  #changed;

  /** `create(look, onPin)` makes a tile; `changed()`: everything is to be shown again. */
  constructor({ kept }, create, changed) {
    this.#changed = changed;
    this.#layout = new Layout(kept);
    new LayoutDialog(this.#layout);
    const onPin = (id) => this.#pin(id);
    this.#grid = new TileGrid((look) => create(look, () => onPin(look.id)), onPin);
    this.#layout.on("changed", changed);
  }

  /** The tile of this member, if there is one. */
  tile(id) {
    return this.#grid.tile(id);
  }

  get tiles() {
    return this.#grid.tiles;
  }

  /** What the tile of this member is for: a name of PRIORITIES. */
  roleOf(id) {
    return roleOf(id, { pinned: this.#layout.pinned, large: this.#large, active: this.#active });
  }

  /** Shows these looks, as of lookOf; `duo`: two of them as a duo; `aside`: something else is large. */
  show(looks, { duo, aside }) {
    const now = uptime();
    const shown = this.#shown(looks);
    const speaking = new Set(idsOf(shown.filter(({ own, speaking: speaks }) => speaks && !own)));
    const others = idsOf(shown.filter(({ own }) => !own));
    const { id, again } = this.#speaker.of(others, speaking, now);
    this.#active = id;
    const wanted = () => this.#wanted(shown, { duo: duo && looks.length === 2, aside });
    this.#count = looks.length;
    const withPins = looks.map((look) => ({
      ...look,
      pinnable: this.#isPinnable(look.id),
      pinned: this.#layout.pinned.includes(look.id),
    }));
    this.#grid.show(withPins, wanted());
    const wait = this.#bring(shown, speaking, now);
    if (wait === 0) {
      this.#grid.show(withPins, wanted());
    }
    this.#later(Math.min(again ?? Infinity, wait || Infinity));
  }

  #isPinnable(id) {
    return isPinnable(id, this.#count, this.#layout.pinned);
  }

  #pin(id) {
    if (this.#isPinnable(id)) {
      this.#layout.togglePin(id);
    }
  }

  /** Who has a tile: the own one only where the person wants to see it, or nobody else is there. */
  #shown(looks) {
    return looks.length === 1 || this.#layout.values.self ? looks : looks.filter(({ own }) => !own);
  }

  #wanted(shown, { duo, aside }) {
    const own = idsOf(shown.filter((look) => look.own));
    const others = this.#order.of(idsOf(shown.filter((look) => !look.own)));
    const { view, most } = this.#layout.values;
    this.#large = duo ? others : [];
    if (duo) {
      return { order: [...others, ...own], duo: true };
    }
    const ids = [...own, ...others];
    const pinned = this.#layout.pinned.filter((id) => ids.includes(id));
    if (aside) {
      return { order: [...pinned, ...ids.filter((id) => !pinned.includes(id))], most };
    }
    this.#large = largeOf({ shown: ids, others, pinned, view, active: this.#active });
    return { order: ids, large: this.#large, most };
  }

  /** Nothing moves while the person looks at another page than the first. */
  #bring(shown, speaking, now) {
    if (this.#grid.page > 0) {
      return undefined;
    }
    const own = idsOf(shown.filter((look) => look.own));
    const large = idsOf(this.tiles.filter(({ element }) => element.dataset.large === "true"));
    const fixed = new Set([...own, ...large, ...this.#layout.pinned, ...this.#grid.inUse]);
    return this.#order.bring({ speaking, first: this.#grid.first, fixed, now });
  }

  #later(milliseconds) {
    clearTimeout(this.#timer);
    if (milliseconds < Infinity) {
      this.#timer = setTimeout(this.#changed, milliseconds);
    }
  }
}

const idsOf = (all) => all.map(({ id }) => id);
