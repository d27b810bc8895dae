/** So many CSS pixels a key moves the picture. */
const KEY_MOVES = 80;
const KEYS = {
  "+": (view) => view.zoom(1),
  "=": (view) => view.zoom(1),
  "-": (view) => view.zoom(-1),
  0: (view) => view.fit(),
  1: (view) => view.actual(),
  ArrowLeft: (view) => view.move(KEY_MOVES, 0),
  ArrowRight: (view) => view.move(-KEY_MOVES, 0),
  ArrowUp: (view) => view.move(0, KEY_MOVES),
  ArrowDown: (view) => view.move(0, -KEY_MOVES),
};

/**
 * Mouse, fingers and keys on an area that shows a part of a picture: the wheel and two fingers zoom, dragging and arrow
 * keys move, a double click changes between all of it and its own size.
 */
export class Gestures {
  #area;
  #view;
  /** Where each finger, or the mouse while its button is down, was last: {x, y} in the area. */
  #pointers = new Map();

  /** `view`: `zoom(steps, at)`, `scaleBy(factor, at)`, `move(dx, dy)`, `toggle(at)`, `fit()`, `actual()`. */
  constructor(area, view) {
    this.#area = area;
    this.#view = view;
    area.addEventListener("wheel", (event) => this.#wheel(event), { passive: false });
    area.addEventListener("dblclick", (event) => view.toggle(this.#at(event)));
    area.addEventListener("keydown", (event) => this.#key(event));
    area.addEventListener("pointerdown", (event) => this.#down(event));
    area.addEventListener("pointermove", (event) => this.#moved(event));
    for (const end of ["pointerup", "pointercancel", "lostpointercapture"]) {
      area.addEventListener(end, (event) => this.#pointers.delete(event.pointerId));
    }
  }

  #at({ clientX, clientY }) {
    const { left, top } = this.#area.getBoundingClientRect();
    return { x: clientX - left, y: clientY - top };
  }

  /** A mouse's wheel makes steps of 100 and more, two fingers on a pad make many small ones. */
  #wheel(event) {
    event.preventDefault();
    const lines = event.deltaMode === 1 ? event.deltaY * 33 : event.deltaY;
    this.#view.zoom(Math.max(-1.5, Math.min(1.5, -lines / (event.ctrlKey ? 25 : 100))), this.#at(event));
  }

  #down(event) {
    if (event.target.closest("button") || event.button !== 0) {
      return;
    }
    this.#pointers.set(event.pointerId, this.#at(event));
    this.#area.setPointerCapture(event.pointerId);
  }

  #moved(event) {
    const before = this.#pointers.get(event.pointerId);
    if (!before) {
      return;
    }
    const now = this.#at(event);
    const other = [...this.#pointers].find(([id]) => id !== event.pointerId)?.[1];
    this.#pointers.set(event.pointerId, now);
    if (other) {
      this.#pinch(before, now, other);
    } else {
      this.#view.move(now.x - before.x, now.y - before.y);
    }
  }

  /** One of two fingers moved: the picture follows their middle and their distance. */
  #pinch(before, now, other) {
    const apart = (one) => Math.hypot(one.x - other.x, one.y - other.y);
    this.#view.move((now.x - before.x) / 2, (now.y - before.y) / 2);
    if (apart(before) > 0) {
      this.#view.scaleBy(apart(now) / apart(before), { x: (now.x + other.x) / 2, y: (now.y + other.y) / 2 });
    }
  }

  #key(event) {
    const act = KEYS[event.key];
    if (act && !event.ctrlKey && !event.metaKey && !event.altKey) {
      event.preventDefault();
      act(this.#view);
    }
  }
}
