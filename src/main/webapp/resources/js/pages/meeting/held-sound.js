import { text } from "../../shared/texts.js";

const ENOUGH = ["click", "keydown"];

/** Sound that the browser holds back until somebody clicks: any click or key on the page is enough. */
export class HeldSound {
  #banners;
  #again;
  #release = () => this.#released();

  /** `again()` starts all sound anew. */
  constructor(banners, again) {
    this.#banners = banners;
    this.#again = again;
  }

  /** The browser held something back: says so, and waits for the click. */
  held() {
    this.#banners.show("sound", text("banner.sound"), { label: text("banner.hear"), run: this.#release });
    ENOUGH.forEach((event) => document.addEventListener(event, this.#release));
  }

  #released() {
    ENOUGH.forEach((event) => document.removeEventListener(event, this.#release));
    this.#banners.hide("sound");
    this.#again();
  }
}
