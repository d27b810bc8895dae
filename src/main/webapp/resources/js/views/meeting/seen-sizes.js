/**
 * How much of the screen pictures cover, as the browser tells when it changes: a tile that is hidden or scrolled away
 * covers nothing. A picture above other windows counts there, also while nobody sees the page.
 */
export class SeenSizes {
  #onChange;
  #followed = [];
  /** By tile's element: {width, height} in CSS pixels, and whether it is in the window. */
  #sizes = new Map();
  #inside = new Map();
  #above;
  #resized;
  #moved;

  /** `onChange()`: a size is another one. */
  constructor(onChange) {
    this.#onChange = onChange;
    this.#resized = new ResizeObserver((entries) => this.#told(this.#sizes, entries, ({ contentRect }) => contentRect));
    this.#moved = new IntersectionObserver((entries) =>
      this.#told(this.#inside, entries, ({ isIntersecting }) => isIntersecting),
    );
    document.addEventListener("enterpictureinpicture", ({ pictureInPictureWindow }) => {
      this.#above = pictureInPictureWindow;
      this.#above.addEventListener("resize", onChange);
      onChange();
    });
    document.addEventListener("leavepictureinpicture", () => {
      this.#above = undefined;
      onChange();
    });
  }

  /** Looks after these tiles, and no others. */
  follow(tiles) {
    const wanted = new Set(tiles.map(({ element }) => element));
    const known = new Set(this.#followed);
    known.forEach((element) => wanted.has(element) || this.#forget(element));
    wanted.forEach((element) => known.has(element) || this.#follow(element));
  }

  /**
   * How this tile's picture is seen: `{height, above}`, the lines of device pixels that it covers (undefined while that
   * is not known), and whether it is above other windows. `whole`: all of the picture is seen, otherwise it fills the
   * tile.
   */
  of({ element, video }, whole = false) {
    if (this.#above && document.pictureInPictureElement === video) {
      return { height: Math.round(this.#above.height * window.devicePixelRatio), above: true };
    }
    const size = this.#sizes.get(element);
    const known = size && this.#inside.has(element);
    return { height: known ? this.#linesIn(element, size, video, whole) : undefined, above: false };
  }

  #linesIn(element, { width, height }, { videoWidth, videoHeight }, whole) {
    const shape = videoWidth > 0 ? videoHeight / videoWidth : 9 / 16;
    const lines = whole ? Math.min(height, width * shape) : Math.max(height, width * shape);
    return this.#inside.get(element) && width > 0 ? Math.round(lines * window.devicePixelRatio) : 0;
  }

  #follow(element) {
    this.#followed.push(element);
    this.#resized.observe(element);
    this.#moved.observe(element);
  }

  #forget(element) {
    this.#followed = this.#followed.filter((one) => one !== element);
    this.#resized.unobserve(element);
    this.#moved.unobserve(element);
    this.#sizes.delete(element);
    this.#inside.delete(element);
  }

  #told(known, entries, what) {
    entries.forEach((entry) => known.set(entry.target, what(entry)));
    this.#onChange();
  }
}
