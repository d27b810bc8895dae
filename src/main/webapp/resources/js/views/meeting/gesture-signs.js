import { text } from "../../shared/texts.js";
import { element, icon, setAttribute, setIcon, setText } from "../common/dom.js";
import { HandMark } from "./hand-mark.js";

/** On a tile: the hand with its place, the answer, and, while it is seen, the reaction. */
export class GestureSigns {
  /** Beside the name. */
  element;
  /** Over the picture. */
  reaction = element("span", { class: "tile__reaction", hidden: true, "aria-hidden": "true" });
  #hand = new HandMark("signs__hand");
  #answer = element("span", { class: "signs__answer", hidden: true });
  #shown;

  constructor() {
    this.#answer.append(icon("answer-yes"), element("span", { class: "visually-hidden" }));
    this.element = element("span", { class: "signs" }, this.#hand.element, this.#answer);
  }

  /** Shows what the look, as of lookOf, has of it. */
  update({ hand, answer, reaction }) {
    this.#hand.show(hand);
    this.#showAnswer(answer);
    this.#showReaction(reaction);
  }

  #showAnswer(answer) {
    setAttribute(this.#answer, "hidden", !answer);
    if (answer) {
      this.#answer.dataset.answer = answer;
      setIcon(this.#answer.firstElementChild, `answer-${answer}`);
      setText(this.#answer.lastElementChild, text(`answer.${answer}`));
      setAttribute(this.#answer, "title", text(`answer.${answer}`));
    }
  }

  /** Another one of the same kind moves anew. */
  #showReaction(reaction) {
    setAttribute(this.reaction, "hidden", !reaction);
    const key = reaction && `${reaction.reaction} ${reaction.number}`;
    if (this.#shown !== key) {
      this.#shown = key;
      this.reaction.replaceChildren(...(reaction ? [icon(`reaction-${reaction.reaction}`)] : []));
      this.reaction.dataset.reaction = reaction?.reaction ?? "";
    }
  }
}
