import { nameOf } from "../../shared/erased.js";
import { linked } from "../../shared/links.js";
import { shortTimeOf, text } from "../../shared/texts.js";
import { element, part, setAttribute, setText } from "../common/dom.js";
import { KeyedList } from "../common/keyed-list.js";

/** What others left for the person. */
export class NoteList {
  #list;

  /** `actions`: `answer(person)`, `read(note)`. */
  constructor(actions) {
    this.#list = new KeyedList(part("note-list"), () => new NoteRow(actions));
  }

  /** Shows these notes, the newest first. */
  show(notes) {
    part("notes").hidden = notes.length === 0;
    this.#list.show([...notes].reverse());
  }
}

class NoteRow {
  element;
  #note;
  #name = element("bdi", { class: "note__name" });
  #time = element("time", { class: "note__time" });
  #text = element("p", { class: "note__text", dir: "auto" });
  #answer;
  #read;

  constructor({ answer, read }) {
    const button = (key, run) =>
      element("button", {
        class: "button button--small",
        type: "button",
        text: text(key),
        on: { click: () => run(this.#note) },
      });
    this.#answer = button("notes.answer", ({ from }) => answer(from));
    this.#read = button("notes.read", read);
    const acts = element("div", { class: "note__acts" }, this.#answer, this.#read);
    const head = element("p", { class: "note__head" }, this.#name, this.#time);
    this.element = element("li", { class: "note", data: { testid: "note" } }, head, this.#text, acts);
  }

  update(note) {
    if (this.#note) {
      return; // A note stays as it is.
    }
    this.#note = note;
    const name = nameOf(note.from);
    setText(this.#name, name);
    this.#time.dateTime = note.at;
    setText(this.#time, shortTimeOf(new Date(note.at)));
    this.#text.append(...linked(note.text).map(piece));
    setAttribute(this.#answer, "aria-label", text("notes.answerNamed", name));
    setAttribute(this.#read, "aria-label", text("notes.readNamed", name));
  }
}

function piece({ text: words, href }) {
  return href ? element("a", { href, target: "_blank", rel: "noopener noreferrer", text: words }) : words;
}
