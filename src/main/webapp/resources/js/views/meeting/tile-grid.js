import { part } from "../common/dom.js";
import { KeyedList } from "../common/keyed-list.js";
import { gridLayout } from "./grid-layout.js";

const GAP_WIDE = 12;
const GAP_PHONE = 6;
const PHONE = 640;
/** The one who is talked to may fill a phone that is held upright. */
const NARROWEST_DUO = 9 / 19;

/**
 * The tiles of everybody in the room, as large as the window allows. As a duo, two people are not side by side: the own
 * tile is a small one in a corner of the other's.
 */
export class TileGrid {
  #list = part("tiles");
  #tiles;
  #count = 0;
  #duo = false;

  /** `create(member)` makes a tile. */
  constructor(create) {
    this.#tiles = new KeyedList(this.#list, create);
    new ResizeObserver(() => this.#arrange()).observe(this.#list);
  }

  /** Shows one tile for each of these members, in this order; `duo`: two of them as a duo. */
  show(members, duo = false) {
    this.#tiles.show(members);
    if (members.length !== this.#count || duo !== this.#duo) {
      this.#count = members.length;
      this.#duo = duo;
      this.#arrange();
    }
  }

  /** The tile of this member, if there is one. */
  tile(id) {
    return this.#tiles.row(id);
  }

  get tiles() {
    return this.#tiles.rows;
  }

  #arrange() {
    const { clientWidth: width, clientHeight: height } = this.#list;
    const gap = width < PHONE ? GAP_PHONE : GAP_WIDE;
    const duo = this.#duo && this.#count === 2;
    const layout = duo
      ? gridLayout(1, { width, height }, 0, NARROWEST_DUO)
      : gridLayout(this.#count, { width, height }, gap);
    this.#list.dataset.layout = duo ? "duo" : "grid";
    this.#list.style.setProperty("--gap", `${gap}px`);
    this.#list.style.setProperty("--tile-width", `${layout.width}px`);
    this.#list.style.setProperty("--tile-height", `${layout.height}px`);
    this.#list.style.setProperty("--row-width", `${layout.columns * (layout.width + gap)}px`);
    this.#list.dataset.density = layout.width < 150 ? "small" : "normal";
  }
}
