/**
 * Where a small box is in an area: by how much of the free space is on its left and above it, from 0 to 1, so that it
 * stays in its corner when the window changes. All lengths are CSS pixels.
 */
export class OverlayPlace {
  #across;
  #down;

  constructor({ across = 1, down = 1 } = {}) {
    this.#across = within(across);
    this.#down = within(down);
  }

  /** `{across, down}`, to be kept. */
  get kept() {
    return { across: this.#across, down: this.#down };
  }

  /** The corner of a box of this size in the area: `{left, top}`. */
  in(area, box) {
    return { left: free(area.width, box.width) * this.#across, top: free(area.height, box.height) * this.#down };
  }

  /** Moves the box by so much, as far as the area goes. */
  move(dx, dy, area, box) {
    const moved = (part, by, space) => (space > 0 ? within(part + by / space) : part);
    this.#across = moved(this.#across, dx, free(area.width, box.width));
    this.#down = moved(this.#down, dy, free(area.height, box.height));
  }

  /** Goes to the next corner, clockwise from the one that is nearest. */
  turn() {
    const nearest = [Math.round(this.#across), Math.round(this.#down)].join();
    const at = CORNERS.findIndex((corner) => corner.join() === nearest);
    [this.#across, this.#down] = CORNERS[(at + 1) % CORNERS.length];
  }
}

/** Clockwise, from the upper one at the left. */
const CORNERS = [
  [0, 0],
  [1, 0],
  [1, 1],
  [0, 1],
];

const free = (area, box) => Math.max(0, area - box);

const within = (part) => (Number.isFinite(part) ? Math.min(1, Math.max(0, part)) : 1);
