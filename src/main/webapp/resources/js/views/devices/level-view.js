/** Shows a microphone's level on an element with role "meter", as often as the screen is drawn. */
export class LevelView {
  #meter;
  #levels;
  #shown = 0;
  #frame = 0;
  #told = 0;

  /** `levels` answers the level now, 0..1, as its property `level`. */
  constructor(meter, levels) {
    this.#meter = meter;
    this.#levels = levels;
  }

  start() {
    cancelAnimationFrame(this.#frame);
    this.#frame = requestAnimationFrame((time) => this.#draw(time));
  }

  stop() {
    cancelAnimationFrame(this.#frame);
    this.#frame = 0;
  }

  /** Rises at once and falls slowly, as the eye expects; screen readers are told four times a second. */
  #draw(time) {
    this.#shown = Math.max(this.#levels.level, this.#shown * 0.9);
    this.#meter.style.setProperty("--level", this.#shown.toFixed(3));
    if (time - this.#told > 250) {
      this.#told = time;
      this.#meter.setAttribute("aria-valuenow", String(Math.round(this.#shown * 100)));
    }
    this.#frame = requestAnimationFrame((next) => this.#draw(next));
  }
}
