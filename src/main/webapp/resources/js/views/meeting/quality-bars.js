import { text } from "../../shared/texts.js";
import { element, setAttribute, setText } from "../common/dom.js";
import { qualityWords } from "./quality-words.js";

const LEVELS = ["none", "poor", "fair", "good"];

/** Three bars for how a connection is. What is wrong is written beside them when one points at or comes to them. */
export class QualityBars {
  element;
  /** The sentence, which is read out with the bars. */
  tip = element("p", { class: "tile__tip", "aria-hidden": "true" });

  /** `onOpen()`: the person wants to know more. */
  constructor(onOpen) {
    const bars = [1, 2, 3].map(() => element("span", { class: "bars__bar", "aria-hidden": "true" }));
    this.element = element("button", { class: "bars", type: "button", hidden: true, on: { click: onOpen } }, ...bars);
    this.#watch(this.element, "focus", "blur");
    [this.element, this.tip].forEach((part) => this.#watch(part, "pointerenter", "pointerleave"));
  }

  /** Escape puts the sentence away, which may lie over something, until one comes anew. */
  #watch(part, come, gone) {
    const away = (event) => event.key === "Escape" && (this.tip.dataset.away = "true");
    part.addEventListener(come, () => {
      delete this.tip.dataset.away;
      document.addEventListener("keydown", away);
    });
    part.addEventListener(gone, () => document.removeEventListener("keydown", away));
  }

  /** Shows `look.quality`, as of qualityWords; nothing while it is not known. */
  show({ quality, name, own }) {
    setAttribute(this.element, "hidden", !quality);
    if (quality) {
      const sentence = qualityWords(quality, { name, own });
      this.element.dataset.level = LEVELS[quality.level];
      setAttribute(this.element, "aria-label", text("quality.label", text(LEVEL_WORDS[quality.level]), sentence));
      setText(this.tip, sentence);
    }
  }
}

const LEVEL_WORDS = LEVELS.map((level) => `quality.level.${level}`);
