import { numberOf, text } from "../../shared/texts.js";
import { element, icon, setAttribute, setText } from "../common/dom.js";

/** A hand that is up, with its place. */
export class HandMark {
  element;
  #place = element("span", { "aria-hidden": "true" });
  #words = element("span", { class: "visually-hidden" });

  constructor(className) {
    this.element = element("span", { class: className, hidden: true }, icon("hand"), this.#place, this.#words);
  }

  /** Shows the place, from 1; none for a hand that is down. */
  show(place) {
    const words = place === undefined ? "" : text("participant.hand", numberOf(place));
    setAttribute(this.element, "hidden", place === undefined);
    setAttribute(this.element, "title", words || undefined);
    setText(this.#place, place === undefined ? "" : numberOf(place));
    setText(this.#words, words);
  }
}
