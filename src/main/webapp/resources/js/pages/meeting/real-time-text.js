import { TextTones } from "../../media/text-tones.js";
import { Phrases } from "../../meeting/phrases.js";
import { Typist } from "../../meeting/typist.js";
import { textPreference } from "../../shared/text-preference.js";
import { text } from "../../shared/texts.js";
import { LiveLines } from "../../views/meeting/live-lines.js";
import { TextSwitch } from "../../views/meeting/text-switch.js";
import { sentenceOf } from "../site/refusals.js";
import { offerSwitch } from "./choice-switch.js";

/**
 * Real-time text in the panel of the chat: with its switch on, others see every letter while it is typed, and a line
 * that is finished is a message. It is on from the start for who had it on in this browser.
 */
export class RealTimeText {
  #room;
  #panel;
  #typist;
  #phrases = new Phrases();
  #lines = new LiveLines(text("text.live"));
  #switch;
  #wish;
  #tones;
  /** The number of the line that each was last heard to begin. */
  #heard = new Map();
  /** Who closed the panel is not shown it by itself again. */
  #shown = false;
  #offered = false;

  /** `panel`, of the chat. */
  constructor(site, room, panel) {
    this.#room = room;
    this.#panel = panel;
    this.#wish = textPreference(site.kept);
    this.#tones = new TextTones(offerSwitch(site, "text-tones", "textTones"), () => site.choices.values.speaker);
    this.#typist = new Typist(room);
    this.#typist.on("refused", (error) => site.toasts.show(sentenceOf(error), "problem"));
    this.#switch = new TextSwitch({
      onSwitch: (on) => this.#use(on),
      onButton: () => this.toggle(),
      onEdit: (line) => this.#typist.edit(line),
      onLine: (line) => this.finish(line),
    });
    this.#phrases.on("phrase", (phrase) => panel.say([phrase]));
    site.connection.on("welcome", ({ message }) => this.#switch.limit(message.typing?.line ?? Infinity));
    room.on("typed", ({ id }) => this.#typed(id));
    room.on("changed", () => this.#showLines());
    this.#switch.show(this.#wish.wanted);
    if (this.#wish.wanted) {
      room.on("seated", () => this.#reveal());
    }
  }

  /** Whether what is written now is seen letter by letter. */
  get live() {
    return this.#switch.live;
  }

  /** Opens it, with the field to type in, or ends it; what is on and out of sight is opened again. */
  toggle() {
    const on = !(this.#wish.on ?? this.#wish.wanted) || !this.#panel.open;
    this.#use(on);
    if (on) {
      this.#panel.toggle(true);
    }
  }

  /** Opens it for this meeting, since the other side would like text. */
  offer() {
    if (!this.#offered) {
      this.#offered = true;
      this.#wish.on = true;
      this.#switch.show(true);
      this.#reveal();
    }
  }

  /** The line is finished, and a message. */
  finish(line) {
    this.#typist.edit(line);
    this.#typist.finish();
    this.#tones.sent();
  }

  /** What of a message of this kind was not read aloud while it was typed. */
  unheard({ kind, by, text: said }) {
    return kind === "real-time" ? this.#phrases.rest(by, said) : said;
  }

  #use(on) {
    this.#wish.on = on;
    this.#wish.keep(on);
    this.#switch.show(on);
    if (!on) {
      this.#typist.edit("");
    }
  }

  #typed(id) {
    const line = this.#room.typing.get(id);
    if (id !== this.#room.you && line) {
      this.#phrases.typed(id, line);
      this.#hear(id, line.line);
      this.#reveal();
    }
  }

  /** A tone for each line, and not for each letter. */
  #hear(id, number) {
    if (this.#heard.get(id) !== number) {
      this.#heard.set(id, number);
      this.#tones.received();
    }
  }

  /** Somebody may not be able to speak, and nobody to hear: what they type shall not be overlooked. */
  #reveal() {
    if (!this.#shown) {
      this.#shown = true;
      this.#panel.reveal();
    }
  }

  #showLines() {
    const { typing, you } = this.#room;
    const others = [...typing].filter(([id]) => id !== you);
    this.#lines.show(others.map(([id, { name, text: typed }]) => ({ id, name, text: typed })));
  }
}
