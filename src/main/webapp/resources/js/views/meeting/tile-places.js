import { gridLayout } from "./grid-layout.js";

/** The smallest tile on which one recognises somebody, and its buttons have room; in a low strip less is enough. */
const SMALLEST = { width: 150, height: 96 };
const SMALLEST_IN_STRIP = { width: 110, height: 72 };
const LOW = 260;
/** Up to this width a window is a phone's, on which few people are shown at once. */
export const PHONE = 640;
const MOST_ON_PHONE = 8;
/** From these widths on so many people are shown at once unless the person wants something else. */
const SUGGESTED = [
  [1500, 25],
  [960, 16],
  [0, 9],
];
/** The buttons that turn pages, under the tiles. */
const TURNER = 52;
/** The one who is talked to may fill a phone that is held upright. */
const NARROWEST_DUO = 9 / 19;

/** The strip beside large tiles: on the right where the area is wide, else at the bottom. Shares of the area. */
const STRIP = { across: { share: 0.18, least: 160, most: 260 }, down: { share: 0.2, least: 100, most: 160 } };

/**
 * Where tiles are in an area; all lengths in CSS pixels.
 *
 * @param area `{width, height}` of what there is for tiles and the buttons that turn pages
 * @param order the ids of everybody who has a tile
 * @param large those of them who are shown large; with none all are alike, in a grid
 * @param most so many tiles on a page at most; 0: as many as the area suggests
 * @param page which page, from 0; beyond the last one it is the last one
 * @param duo whether the last of two is a small tile in a corner of the first, which is up to the style sheet
 * @returns `{places, pages, page, first}`: by id `{left, top, width, height}` of every tile that is seen, the number of
 *     pages, the page that it is, and the ids of those on the first page beside the large ones
 */
export function tilePlaces({ area, order, large = [], most = 0, page = 0, gap, duo = false }) {
  if (duo) {
    return onePage(placed([order[0]], area, gridLayout(1, area, 0, NARROWEST_DUO), 0), order);
  }
  const rest = order.filter((id) => !large.includes(id));
  const arrange = large.length > 0 ? stripOf(large) : grid;
  const whole = arrange(rest, area, most, gap);
  if (rest.length <= whole.size) {
    return onePage(whole.place(rest), rest);
  }
  const turned = arrange(rest, { width: area.width, height: Math.max(0, area.height - TURNER) }, most, gap);
  const pages = Math.ceil(rest.length / turned.size);
  const shown = Math.max(0, Math.min(page, pages - 1));
  const on = (number) => rest.slice(number * turned.size, (number + 1) * turned.size);
  return { places: turned.place(on(shown)), pages, page: shown, first: on(0) };
}

const onePage = (places, first) => ({ places, pages: 1, page: 0, first });

/** How many fit on a page, and a function that places them. */
function grid(ids, area, most, gap) {
  const size = gridSize(ids.length, area, most, gap);
  const layout = gridLayout(Math.min(size, Math.max(1, ids.length)), area, gap);
  return { size, place: (some) => placed(some, area, layout, gap) };
}

function gridSize(count, area, most, gap) {
  const smallest = area.height < LOW ? SMALLEST_IN_STRIP : SMALLEST;
  for (let size = Math.min(count, mostIn(area, most)); size > 1; size -= 1) {
    const { width, height } = gridLayout(size, area, gap);
    if (width >= smallest.width && height >= smallest.height) {
      return size;
    }
  }
  return 1;
}

function mostIn({ width }, most) {
  const wanted = most || SUGGESTED.find(([from]) => width >= from)[1];
  return width < PHONE ? Math.min(wanted, MOST_ON_PHONE) : wanted;
}

/** Places rows of tiles in the middle of an area, the last row in its middle. */
function placed(ids, area, { columns, width, height }, gap, offset = { left: 0, top: 0 }) {
  const rows = Math.ceil(ids.length / columns);
  const top = offset.top + (area.height - rows * height - (rows - 1) * gap) / 2;
  return new Map(
    ids.map((id, index) => {
      const row = Math.floor(index / columns);
      const inRow = Math.min(columns, ids.length - row * columns);
      const left = offset.left + (area.width - inRow * width - (inRow - 1) * gap) / 2;
      const column = index - row * columns;
      const place = { left: left + column * (width + gap), top: top + row * (height + gap) };
      return [id, { left: Math.round(place.left), top: Math.round(place.top), width, height }];
    }),
  );
}

/** The large tiles with the others in a strip: as `grid`. */
const stripOf = (large) => (ids, area, most, gap) => {
  const strip = stripIn(area, gap);
  const largeArea = ids.length > 0 ? strip.large : area;
  const layout = gridLayout(large.length, largeArea, gap);
  return {
    size: strip.size,
    place: (some) => new Map([...placed(large, largeArea, layout, gap), ...placed(some, ...strip.tiles, strip.offset)]),
  };
};

function stripIn({ width, height }, gap) {
  if (width >= height) {
    const across = bounded(width, STRIP.across);
    const tile = { columns: 1, width: across, height: Math.floor((across * 9) / 16) };
    return {
      large: { width: width - across - gap, height },
      size: fitting(height, tile.height, gap),
      tiles: [{ width: across, height }, tile, gap],
      offset: { left: width - across, top: 0 },
    };
  }
  const down = bounded(height, STRIP.down);
  const size = fitting(width, Math.max(SMALLEST_IN_STRIP.width, down), gap);
  const tile = { columns: size, width: Math.floor((width - gap * (size - 1)) / size), height: down };
  tile.width = Math.min(tile.width, Math.floor((down * 16) / 9));
  return {
    large: { width, height: height - down - gap },
    size,
    tiles: [{ width, height: down }, tile, gap],
    offset: { left: 0, top: height - down },
  };
}

const bounded = (length, { share, least, most }) => Math.round(Math.min(most, Math.max(least, length * share)));
const fitting = (length, tile, gap) => Math.max(1, Math.floor((length + gap) / (tile + gap)));

const DIRECTIONS = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/** Whom one comes to from the tile of `id` by an arrow key; undefined when there is nobody, or it is none. */
export function neighbour(places, id, key) {
  const [across, down] = DIRECTIONS[key] ?? [0, 0];
  const from = places.get(id);
  const ahead = ([other, place]) => {
    const [x, y] = [centre(place).x - centre(from).x, centre(place).y - centre(from).y];
    const along = x * across + y * down;
    const aside = Math.abs(x * down) + Math.abs(y * across);
    return { other, along, cost: along + 2 * aside };
  };
  return (
    from &&
    [...places]
      .map(ahead)
      .filter(({ along }) => along > 1)
      .sort((a, b) => a.cost - b.cost)[0]?.other
  );
}

const centre = ({ left, top, width, height }) => ({ x: left + width / 2, y: top + height / 2 });
