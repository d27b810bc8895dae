import { Lasting } from "../../shared/lasting.js";
import { text } from "../../shared/texts.js";

/** The sentence stays at least so long, so that nobody is told again and again. */
const STAYS = 10_000;

/** Says, once for all tiles, that nothing but sound comes, and why; it is no choice of the person's. */
export class OnlySound {
  #banners;
  #cause;
  #over = new Lasting(STAYS, () => {
    this.#cause = undefined;
    this.#banners.hide("only-sound");
  });

  constructor(banners) {
    this.#banners = banners;
  }

  /** `shortages`: why each picture that would be seen is not as it is wanted, as of Receiving; undefined if it is. */
  show(shortages) {
    const only = shortages.length > 0 && shortages.every((shortage) => shortage?.shown === false);
    this.#over.is(this.#cause !== undefined && !only);
    if (only && this.#cause === undefined) {
      this.#cause = shortages.some(({ cause }) => cause === "budget") ? "budget" : "link";
      this.#banners.show("only-sound", text(`banner.onlySound.${this.#cause}`));
    }
  }
}
