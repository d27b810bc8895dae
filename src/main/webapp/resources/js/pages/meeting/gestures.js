import { GestureNews } from "../../meeting/gesture-news.js";
import { placesOf } from "../../meeting/hand-order.js";
import { ShownReactions } from "../../meeting/shown-reactions.js";
import { moderates } from "../../shared/room-rights.js";
import { text, textOf } from "../../shared/texts.js";
import { GesturePanel, countWords } from "../../views/meeting/gesture-panel.js";
import { sentenceOf } from "../site/refusals.js";

/** What people in a meeting show without speaking: hands, reactions and answers. */
export class Gestures {
  #site;
  #room;
  #panel;
  #reactions = new ShownReactions();
  #news = new GestureNews();
  #places = new Map();
  /** A hand that goes down without the own button was lowered by somebody else. */
  #lowering = false;

  /** `changed()`: what members show is otherwise. */
  constructor(site, { room }, changed) {
    this.#site = site;
    this.#room = room;
    this.#panel = new GesturePanel({
      toggleHand: () => this.toggleHand(),
      react: (reaction) => this.#ask("react", { reaction }),
      answer: (answer) => this.#answer(answer),
      lowerAll: () => this.#ask("lower-all-hands"),
      clearAnswers: () => this.#ask("clear-answers"),
    });
    this.#reactions.on("changed", changed);
    this.#news.on("news", (news) => this.#panel.tell(sentencesOf(news, countsOf(room.answers))));
    room.on("hand", (hand) => this.#handChanged(hand));
    room.on("reacted", (reacted) => this.#reacted(reacted));
    room.on("answered", ({ id }) => id !== room.you && this.#news.answer());
    room.on("left", ({ member }) => this.#reactions.forget(member.id));
  }

  /** Raises the own hand, or lowers it. */
  toggleHand() {
    const up = this.#room.hands.has(this.#room.you);
    this.#lowering = up;
    return this.#ask(up ? "lower-hand" : "raise-hand");
  }

  /** Shows how it is now; before `with` of the same drawing. */
  show() {
    const { answers, hands, you } = this.#room;
    this.#places = placesOf(hands);
    const counts = countsOf(answers);
    this.#panel.show({
      up: hands.has(you),
      hands: hands.size,
      answer: answers.get(you),
      counts,
      moderates: this.#room.kind !== "call" && moderates(this.#room),
    });
    const slower = counts.slower - Number(answers.get(you) === "slower");
    const heard = this.#room.self?.devices.microphone && !this.#room.self.devices.muted;
    this.#site.banners.showIf(slower > 0 && Boolean(heard), "slower", textOf(slower, "gesture.slower"));
  }

  /** The look, as of lookOf, with what that member shows: `hand` (its place from 1), `answer`, `reaction`. */
  with(look) {
    return {
      ...look,
      hand: this.#places.get(look.id),
      answer: this.#room.answers.get(look.id),
      reaction: this.#reactions.of(look.id),
    };
  }

  #answer(answer) {
    const given = this.#room.answers.get(this.#room.you) === answer;
    return given ? this.#ask("withdraw-answer") : this.#ask("answer", { answer });
  }

  #handChanged({ id, up }) {
    const { members, you } = this.#room;
    if (id !== you) {
      this.#news.hand(id, members.get(id)?.name ?? "", up);
    } else if (!up) {
      if (!this.#lowering && members.has(you)) {
        this.#site.toasts.show(text("gesture.lowered"));
      }
      this.#lowering = false;
    }
  }

  #reacted({ id, reaction }) {
    const member = this.#room.members.get(id);
    if (member && reaction) {
      this.#reactions.show(id, reaction);
      if (id !== this.#room.you) {
        this.#news.reaction(member.name, reaction);
      }
    }
  }

  async #ask(type, members) {
    try {
      await this.#room.ask(type, members);
    } catch (error) {
      this.#site.toasts.show(sentenceOf(error), "problem");
    }
  }
}

function countsOf(answers) {
  const counts = { yes: 0, no: 0, slower: 0 };
  answers.forEach((answer) => (counts[answer] = (counts[answer] ?? 0) + 1));
  return counts;
}

function sentencesOf({ hands, reactions, answers }, counts) {
  const said = [];
  if (hands.length > 0) {
    said.push(hands.length === 1 ? text("gesture.raised", hands[0]) : textOf(hands.length, "gesture.raised.several"));
  }
  for (const [kind, names] of reactions) {
    const what = text(`reaction.${kind}`);
    const who = names.length === 1 ? names[0] : textOf(names.length, "gesture.people");
    said.push(text("gesture.reacted", who, what));
  }
  if (answers) {
    said.push(countWords(counts) || text("gesture.answers.none"));
  }
  return said.map((sentence) => (sentence.endsWith(".") ? sentence : `${sentence}.`));
}
