/** By how much the sizes of one picture differ that are sent at the same time. */
const PARTS = [2, 4];

/**
 * The size of a picture that may come in a half or a quarter of its width and height for a while, where a link carries
 * no more: the whole one's, so that what is looked at stays where it is and as large.
 */
export class PictureSize {
  #whole = { width: 0, height: 0 };

  /** The picture that comes now has this size; answers `{width, height}` of the whole one. */
  take(width, height) {
    if (!PARTS.some((part) => isPart(part, { width, height }, this.#whole))) {
      this.#whole = { width, height };
    }
    return this.#whole;
  }

  /** Another picture comes. */
  forget() {
    this.#whole = { width: 0, height: 0 };
  }
}

/** Browsers round down, some of them to even numbers. */
function isPart(part, { width, height }, whole) {
  const near = (length, all) => all - part * length >= 0 && all - part * length < 2 * part;
  return width > 0 && near(width, whole.width) && near(height, whole.height);
}
