import { text } from "../../shared/texts.js";
import { part, setAttribute } from "../common/dom.js";
import { OverlayPlace } from "./overlay-place.js";

const KEY_MOVES = 24;
/** A pointer that moved no farther than so many pixels was pressed, not dragged. */
const STILL = 4;
const ARROWS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

/** The camera of whoever shares, as a small picture over the screen that one can move out of the way. */
export class Face {
  #box = part("face");
  #video = part("face-video");
  #area = part("screen-area");
  #place;
  #onMoved;
  #last;
  #grabbed;

  /** `place`: where it was left the last time; `onMoved(place)` is told where it is left now. */
  constructor(place, onMoved) {
    this.#place = new OverlayPlace(place);
    this.#onMoved = onMoved;
    this.#video.muted = true;
    this.#box.addEventListener("pointerdown", (event) => this.#grab(event));
    this.#box.addEventListener("pointermove", (event) => this.#drag(event));
    this.#box.addEventListener("pointerup", (event) => this.#drop(event));
    this.#box.addEventListener("pointercancel", () => this.#drop());
    this.#box.addEventListener("keydown", (event) => this.#key(event));
    this.#box.addEventListener("dblclick", (event) => event.stopPropagation());
    new ResizeObserver(() => this.#draw()).observe(this.#area);
  }

  /** Shows `stream`'s picture, or none; `name` is whose, `own` a mirrored one. */
  show(stream, name, own) {
    this.#box.hidden = !stream;
    this.#box.dataset.own = String(own);
    setAttribute(this.#box, "aria-label", text("face.of", name ?? ""));
    if (this.#video.srcObject !== (stream ?? null)) {
      this.#video.srcObject = stream ?? null;
      this.#video.play().catch(() => undefined);
      this.#draw();
    }
  }

  #grab(event) {
    event.stopPropagation();
    this.#box.setPointerCapture(event.pointerId);
    this.#last = { x: event.clientX, y: event.clientY };
    this.#grabbed = this.#last;
  }

  #drag(event) {
    if (this.#last) {
      event.stopPropagation();
      this.#move(event.clientX - this.#last.x, event.clientY - this.#last.y);
      this.#last = { x: event.clientX, y: event.clientY };
    }
  }

  /** Whoever cannot drag presses: the picture goes from corner to corner. */
  #drop(event) {
    const from = this.#grabbed;
    if (event && from && Math.hypot(event.clientX - from.x, event.clientY - from.y) <= STILL) {
      this.#turn();
    }
    this.#last = undefined;
    this.#grabbed = undefined;
    this.#onMoved(this.#place.kept);
  }

  #key(event) {
    const arrow = ARROWS[event.key];
    if (arrow) {
      event.preventDefault();
      event.stopPropagation();
      this.#move(arrow[0] * KEY_MOVES, arrow[1] * KEY_MOVES);
      this.#onMoved(this.#place.kept);
    } else if (event.key === "Enter") {
      this.#turn();
      this.#onMoved(this.#place.kept);
    }
  }

  #turn() {
    this.#place.turn();
    this.#draw();
  }

  #move(dx, dy) {
    this.#place.move(dx, dy, sizeOf(this.#area), sizeOf(this.#box));
    this.#draw();
  }

  #draw() {
    const { left, top } = this.#place.in(sizeOf(this.#area), sizeOf(this.#box));
    this.#box.style.left = `${Math.round(left)}px`;
    this.#box.style.top = `${Math.round(top)}px`;
  }
}

function sizeOf({ offsetWidth: width, offsetHeight: height }) {
  return { width, height };
}
