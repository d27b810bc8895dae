import { part } from "../common/dom.js";
import { KeyedList } from "../common/keyed-list.js";
import { PageTurner } from "./page-turner.js";
import { TileFocus } from "./tile-focus.js";
import { PHONE, tilePlaces } from "./tile-places.js";

const GAP_WIDE = 12;
const GAP_PHONE = 6;
/** On a smaller tile there is no room for buttons. */
const SMALL = 150;

/**
 * The tiles of everybody in the room, in pages of what the window has room for. Tiles stay where they are in the
 * document and get their places by styles: a picture that is moved in the document would begin anew.
 */
export class TileGrid {
  /** As the browser tells it: to ask for it would have the page laid out at every change. */
  #area = { width: 0, height: 0 };
  #list = part("tiles");
  #tiles;
  #focus;
  #turner = new PageTurner((page) => this.#turn(page));
  #wanted = { order: [] };
  #page = 0;
  #first = [];

  /** `create(look)` makes a tile; `onPin(id)`: the person wants it pinned, or no longer. */
  constructor(create, onPin) {
    this.#tiles = new KeyedList(this.#list, create);
    this.#focus = new TileFocus(this.#list, { tile: (id) => this.tile(id), onPin });
    new ResizeObserver(([{ contentRect }]) => {
      this.#area = { width: Math.floor(contentRect.width), height: Math.floor(contentRect.height) };
      this.#arrange();
    }).observe(part("gallery"));
  }

  /** Has a tile for each of these looks, as of lookOf; `wanted`: `{order, large, most, duo}`, as of tilePlaces. */
  show(looks, wanted) {
    this.#focus.keep(() => {
      this.#tiles.show(this.#inTheirPlaces(looks));
      this.#wanted = wanted;
      return this.#place();
    });
  }

  /** The tile of this member, if there is one. */
  tile(id) {
    return this.#tiles.row(id);
  }

  get tiles() {
    return this.#tiles.rows;
  }

  /** Which page is seen, from 0. */
  get page() {
    return this.#page;
  }

  /** Who is on the first page beside those who are large. */
  get first() {
    return this.#first;
  }

  /** The ids of those at whose tiles the person points, or has the focus in. */
  get inUse() {
    return this.tiles.filter(({ element }) => element.matches(":hover, :focus-within")).map(({ id }) => id);
  }

  #turn(page) {
    this.#page = page;
    this.#arrange();
  }

  #arrange() {
    this.#focus.keep(() => this.#place());
  }

  /** Gives every tile its place; answers the places. */
  #place() {
    const gap = this.#area.width < PHONE ? GAP_PHONE : GAP_WIDE;
    const { duo = false, large = [] } = this.#wanted;
    const { places, page, pages, first } = tilePlaces({
      area: this.#area,
      gap,
      page: this.#page,
      ...this.#wanted,
    });
    this.#page = page;
    this.#first = first;
    this.#list.dataset.layout = duo ? "duo" : large.length > 0 ? "large" : "grid";
    this.#turner.show(page, pages);
    for (const tile of this.tiles) {
      const place = places.get(tile.id);
      tile.element.hidden = !place && !(duo && this.#wanted.order.includes(tile.id));
      tile.element.dataset.large = String(large.includes(tile.id));
      placeAt(tile.element, place);
    }
    placeAt(this.#list, duo ? [...places.values()][0] : undefined);
    return places;
  }

  /** In the order of the document, who is new last: no tile is moved in it. */
  #inTheirPlaces(looks) {
    const known = new Map(this.tiles.map(({ id }, index) => [id, index]));
    const at = ({ id }) => known.get(id) ?? known.size;
    return [...looks].sort((a, b) => at(a) - at(b));
  }
}

function placeAt({ style, dataset }, place) {
  const written = place && Object.values(place).join();
  if (dataset.place === (written ?? "none")) {
    return; // Most of what changes on a page moves no tile.
  }
  dataset.place = written ?? "none";
  for (const side of ["left", "top", "width", "height"]) {
    if (place) {
      style.setProperty(`--tile-${side}`, `${place[side]}px`);
    } else {
      style.removeProperty(`--tile-${side}`);
    }
  }
  dataset.density = place?.width < SMALL ? "small" : "normal";
}
