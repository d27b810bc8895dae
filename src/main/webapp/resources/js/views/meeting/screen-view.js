import { text } from "../../shared/texts.js";
import { part, setAttribute, setText } from "../common/dom.js";
import { Gestures } from "./gestures.js";
import { PictureSize } from "./picture-size.js";
import { Viewport } from "./viewport.js";

/** The screen that somebody shares: all of it or a part, as large as the person wants. */
export class ScreenView {
  video = part("screen-video");
  #area = part("screen-area");
  #viewport = new Viewport();
  #whole = new PictureSize();
  #fit = part("screen-fit");
  #actual = part("screen-actual");
  #zoom = part("screen-zoom");
  #size = part("screen-size");

  constructor() {
    const view = this.#changing();
    this.video.muted = true;
    this.video.addEventListener("resize", () => this.#resize());
    this.video.addEventListener("loadeddata", () => this.#resize());
    this.video.addEventListener("emptied", () => this.#resize());
    new ResizeObserver(() => this.#resize()).observe(this.#area);
    new Gestures(this.#area, view);
    this.#fit.addEventListener("click", () => view.fit());
    this.#actual.addEventListener("click", () => view.actual());
    part("screen-larger").addEventListener("click", () => view.zoom(1));
    part("screen-smaller").addEventListener("click", () => view.zoom(-1));
  }

  /** Whether there is something to see already. */
  get hasPicture() {
    return this.video.videoWidth > 0;
  }

  /** Shows `stream`'s picture, or none; `name` is who shares it. */
  show(stream, name) {
    if (this.video.srcObject !== (stream ?? null)) {
      this.video.srcObject = stream ?? null;
      this.#viewport.fit();
      this.#whole.forget();
      if (stream) {
        this.video.play().catch(() => undefined);
      }
      this.#resize();
    }
    setAttribute(this.#area, "aria-label", stream ? text("screen.of", name) : text("screen.nobody"));
  }

  /** The viewport's own methods, each of which is shown at once. */
  #changing() {
    const after =
      (method) =>
      (...values) => {
        this.#viewport[method](...values);
        this.#draw();
      };
    return Object.fromEntries(
      ["zoom", "scaleBy", "move", "toggle", "fit", "actual"].map((method) => [method, after(method)]),
    );
  }

  #resize() {
    const { clientWidth: width, clientHeight: height } = this.#area;
    const { videoWidth, videoHeight } = this.video;
    const picture = this.#whole.take(videoWidth, videoHeight);
    this.#viewport.resize({ width, height }, picture, window.devicePixelRatio || 1);
    this.#area.dataset.frames = String(picture.width > 0);
    setText(this.#size, videoWidth > 0 ? `${videoWidth} × ${videoHeight}` : "");
    this.#draw();
  }

  #draw() {
    for (const [side, length] of Object.entries(this.#viewport.place)) {
      this.video.style[side] = `${length}px`;
    }
    const { mode, movable, magnification } = this.#viewport;
    this.#area.dataset.movable = String(movable);
    setText(this.#zoom, `${Math.round(magnification * 100)} %`);
    setAttribute(this.#fit, "aria-pressed", String(mode === "fit"));
    setAttribute(this.#actual, "aria-pressed", String(mode === "actual"));
  }
}
