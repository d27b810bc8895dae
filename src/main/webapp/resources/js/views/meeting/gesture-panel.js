import { numberOf, text, textOf } from "../../shared/texts.js";
import { element, icon, part, setAttribute, setText } from "../common/dom.js";

const REACTIONS = ["thumbs-up", "applause", "heart", "laugh", "surprise", "celebrate"];
const ANSWERS = ["yes", "no", "slower"];

/** The button of the own hand, and what opens beside it: reactions, answers; in the list of people, their numbers. */
export class GesturePanel {
  #hand = part("raise-hand");
  #opener = part("open-gestures");
  #panel = part("gestures");
  #summary = part("gesture-summary");
  #answers = ANSWERS.map(answerButton);

  /** `acts`: `toggleHand()`, `react(reaction)`, `answer(answer)`, `lowerAll()`, `clearAnswers()`. */
  constructor(acts) {
    part("reactions").append(...REACTIONS.map(reactionButton));
    part("answers").append(...this.#answers);
    this.#hand.addEventListener("click", acts.toggleHand);
    this.#opener.addEventListener("click", () => this.#toggle(this.#panel.hidden));
    this.#panel.addEventListener("click", ({ target }) => this.#pressed(target.closest("button"), acts));
    part("lower-all-hands").addEventListener("click", acts.lowerAll);
    part("clear-answers").addEventListener("click", acts.clearAnswers);
    document.addEventListener("pointerdown", ({ target }) => this.#elsewhere(target));
    this.#panel.addEventListener("keydown", (event) => {
      if (event.key === "Escape") {
        this.#toggle(false);
        this.#opener.focus();
      }
    });
  }

  /**
   * Shows how it is: `up`, the own hand; `hands`, how many are up; `answer`, the own one; `counts` of answers by their
   * names; `moderates`: the person may lower and clear.
   */
  show({ up, hands, answer, counts, moderates }) {
    setAttribute(this.#hand, "aria-pressed", String(up));
    setText(part("hands-count"), hands > 0 ? numberOf(hands) : "");
    for (const button of this.#answers) {
      const count = counts[button.dataset.answer] ?? 0;
      setAttribute(button, "aria-pressed", String(button.dataset.answer === answer));
      setText(button.querySelector(".gestures__count"), count > 0 ? numberOf(count) : "");
    }
    const answered = Object.values(counts).some((count) => count > 0);
    this.#summary.hidden = hands === 0 && !answered;
    setText(part("hands-up"), hands > 0 ? textOf(hands, "gesture.up") : "");
    setText(part("answers-given"), answered ? countWords(counts) : "");
    setAttribute(part("lower-all-hands"), "hidden", !moderates || hands === 0);
    setAttribute(part("clear-answers"), "hidden", !moderates || !answered);
  }

  /** Reads it to who uses a screen reader, when that one has nothing else to hear. */
  tell(sentences) {
    part("gesture-status").textContent = sentences.join(" ");
  }

  #pressed(button, acts) {
    const { reaction, answer } = button?.dataset ?? {};
    if (reaction) {
      acts.react(reaction);
    } else if (answer) {
      acts.answer(answer);
    }
  }

  #elsewhere(target) {
    if (!this.#panel.contains(target) && !this.#opener.contains(target)) {
      this.#toggle(false);
    }
  }

  #toggle(open) {
    this.#panel.hidden = !open;
    this.#opener.setAttribute("aria-expanded", String(open));
    if (open) {
      this.#panel.querySelector("button").focus();
    }
  }
}

function reactionButton(reaction) {
  const name = text(`reaction.${reaction}`);
  const properties = { class: "gestures__one", type: "button", title: name, "aria-label": name, data: { reaction } };
  return element("button", properties, icon(`reaction-${reaction}`));
}

function answerButton(answer) {
  const properties = { class: "gestures__one", type: "button", "aria-pressed": "false", data: { answer } };
  const name = element("span", { text: text(`answer.${answer}`) });
  return element("button", properties, icon(`answer-${answer}`), name, element("span", { class: "gestures__count" }));
}

/** How many gave which answer, in words. */
export function countWords(counts) {
  return ANSWERS.filter((answer) => counts[answer] > 0)
    .map((answer) => text("gesture.count", text(`answer.${answer}`), numberOf(counts[answer])))
    .join(" · ");
}
