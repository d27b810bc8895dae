const STEP = 1.25;
const LARGEST = 8;
/** A picture that nearly fits is not worth a step of its own. */
const NEARLY = 0.01;

/**
 * Which part of a picture is shown, and how large: whole ("fit"), one point of the picture on one of the screen
 * ("actual"), or as the person zoomed and moved it ("free"). All lengths are CSS pixels, `scale` is the picture's size
 * on the page to its own.
 */
export class Viewport {
  mode = "fit";
  #area = { width: 0, height: 0 };
  #picture = { width: 0, height: 0 };
  #density = 1;
  #scale = 1;
  #centre = { x: 0.5, y: 0.5 };

  /** The area on the page, the picture's own size, and how many points of the screen a CSS pixel has. */
  resize(area, picture, density = 1) {
    this.#area = area;
    this.#picture = picture;
    this.#density = density;
    this.#settle();
  }

  /** The picture's place in the area: `{left, top, width, height}`, on whole points of the screen. */
  get place() {
    const whole = (length) => Math.round(length * this.#density) / this.#density;
    const [width, height] = [this.#picture.width * this.#scale, this.#picture.height * this.#scale];
    const left = this.#area.width / 2 - this.#centre.x * width;
    const top = this.#area.height / 2 - this.#centre.y * height;
    return { left: whole(left), top: whole(top), width: whole(width), height: whole(height) };
  }

  /** How large the picture is shown, to one point of it on one of the screen: 1 is sharpest. */
  get magnification() {
    return this.#scale * this.#density;
  }

  /** Whether there is more of the picture than is shown. */
  get movable() {
    const { width, height } = this.place;
    return width > this.#area.width + 1 || height > this.#area.height + 1;
  }

  fit() {
    this.#enter("fit", this.#smallest);
  }

  /** One point of the picture on one of the screen; `at` is the point of the area that stays where it is. */
  actual(at = this.#middle) {
    this.#zoomTo(1 / this.#density, at);
    this.mode = "actual";
  }

  /** The other one of `fit` and `actual`. */
  toggle(at) {
    if (this.mode === "fit") {
      this.actual(at);
    } else {
      this.fit();
    }
  }

  /** Makes the picture larger by so many steps (smaller by negative ones) around a point of the area. */
  zoom(steps, at = this.#middle) {
    this.scaleBy(STEP ** steps, at);
  }

  /** Makes the picture larger by a factor, around a point of the area. */
  scaleBy(factor, at = this.#middle) {
    this.#zoomTo(this.#scale * factor, at);
  }

  /** Moves the picture by so many CSS pixels, as far as there is more of it. */
  move(dx, dy) {
    const { width, height } = this.place;
    if (width > 0 && height > 0) {
      this.#centre = { x: this.#centre.x - dx / width, y: this.#centre.y - dy / height };
      this.#settle();
    }
  }

  get #middle() {
    return { x: this.#area.width / 2, y: this.#area.height / 2 };
  }

  get #smallest() {
    const { width, height } = this.#picture;
    return width > 0 && height > 0 ? Math.min(this.#area.width / width, this.#area.height / height) : 1;
  }

  #zoomTo(wanted, at) {
    const smallest = this.#smallest;
    const scale = Math.min(Math.max(wanted, Math.min(smallest, 1 / this.#density)), LARGEST / this.#density);
    const before = this.place;
    // The point of the picture under `at`, from 0 to 1, is to be there afterwards too.
    const under = { x: (at.x - before.left) / (before.width || 1), y: (at.y - before.top) / (before.height || 1) };
    const [width, height] = [this.#picture.width * scale, this.#picture.height * scale];
    this.#centre = {
      x: under.x + (this.#area.width / 2 - at.x) / (width || 1),
      y: under.y + (this.#area.height / 2 - at.y) / (height || 1),
    };
    this.#enter(Math.abs(scale / smallest - 1) < NEARLY ? "fit" : "free", scale);
  }

  #enter(mode, scale) {
    this.mode = mode;
    this.#scale = scale;
    this.#settle();
  }

  /** What does not fill the area is in its middle; of what does, no edge comes into the area. */
  #settle() {
    if (this.mode === "fit") {
      this.#scale = this.#smallest;
    } else if (this.mode === "actual") {
      this.#scale = 1 / this.#density;
    }
    const within = (centre, area, length) => {
      const half = length > 0 ? area / length / 2 : 1;
      return half >= 0.5 ? 0.5 : Math.min(Math.max(centre, half), 1 - half);
    };
    this.#centre = {
      x: within(this.#centre.x, this.#area.width, this.#picture.width * this.#scale),
      y: within(this.#centre.y, this.#area.height, this.#picture.height * this.#scale),
    };
  }
}
