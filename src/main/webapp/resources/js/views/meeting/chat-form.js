import { text } from "../../shared/texts.js";
import { element, part, setAttribute, setText } from "../common/dom.js";

const EVERYBODY = "";

/** Where one writes a message: to whom, in answer to what, or which one anew. */
export class ChatForm {
  #form = part("chat-form");
  #text = part("chat-text");
  #to = part("chat-to");
  #context = part("chat-context");
  #reply;
  #edited;
  #onSend;

  /** `onSend(text, {to, toName, reply, edited})`. */
  constructor(onSend) {
    this.#onSend = onSend;
    this.#form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.#send();
    });
    this.#text.addEventListener("keydown", (event) => this.#key(event));
    part("chat-context-end").addEventListener("click", () => this.#endContext());
    this.#to.addEventListener("change", () => this.#showAddressee());
  }

  get field() {
    return this.#text;
  }

  /** To whom one may write alone: `{id, name}` each; somebody who is chosen and gone stays so until another is. */
  showPeople(people) {
    const chosen = this.#to.value;
    const gone = chosen !== EVERYBODY && !people.some(({ id }) => id === chosen);
    const wanted = [{ id: EVERYBODY, name: text("chat.everybody") }, ...people];
    if (gone) {
      wanted.push({ id: chosen, name: this.#nameOf(chosen) });
    }
    const known = [...this.#to.options].map(({ value, textContent }) => `${value} ${textContent}`);
    if (known.join("\n") !== wanted.map(({ id, name }) => `${id} ${name}`).join("\n")) {
      this.#to.replaceChildren(...wanted.map(({ id, name }) => element("option", { value: id, text: name })));
      this.#to.value = chosen;
    }
    part("chat-addressee").hidden = wanted.length < 3 && chosen === EVERYBODY;
    this.#showAddressee();
  }

  /** Answers a message, of `name`; one to the own person alone is answered so. */
  answer({ id, name, personal, with: other }) {
    this.#endContext();
    this.#reply = id;
    this.#to.value = personal ? other : EVERYBODY;
    this.#showAddressee();
    this.#showContext(text("chat.answering", name));
  }

  /** Writes to one person alone. */
  writeTo(id) {
    this.#endContext();
    this.#to.value = id;
    this.#showAddressee();
    this.#text.focus();
  }

  /** To whom, and in answer to what, is sent what comes now; the next one answers nothing. */
  aim() {
    const to = this.#to.value || undefined;
    const how = { to, toName: to && this.#nameOf(to), reply: this.#reply };
    if (this.#reply) {
      this.#endContext();
    }
    return how;
  }

  /** Writes an own message anew. */
  edit({ id, text: before }) {
    this.#endContext();
    this.#edited = id;
    this.#text.value = before;
    this.#showContext(text("chat.editing"));
  }

  #showContext(sentence) {
    setText(part("chat-context-text"), sentence);
    this.#context.hidden = false;
    this.#showAside();
    this.#text.focus();
  }

  #endContext() {
    if (this.#edited) {
      this.#text.value = "";
    }
    this.#edited = undefined;
    this.#reply = undefined;
    this.#context.hidden = true;
    this.#showAside();
  }

  #key(event) {
    if (event.key === "Enter" && !event.shiftKey && !event.isComposing) {
      event.preventDefault();
      this.#send();
    } else if (event.key === "Escape" && !this.#context.hidden) {
      event.stopPropagation();
      this.#endContext();
    }
  }

  #send() {
    const words = this.#text.value;
    if (!words.trim()) {
      return;
    }
    const to = this.#to.value || undefined;
    this.#onSend(words, { to, toName: to && this.#nameOf(to), reply: this.#reply, edited: this.#edited });
    this.#endContext();
    this.#text.value = "";
    this.#text.focus();
  }

  #nameOf(id) {
    return [...this.#to.options].find(({ value }) => value === id)?.textContent ?? "";
  }

  /** Nobody shall take a message to one person for one to everybody, or the other way round. */
  #showAddressee() {
    setAttribute(this.#form, "data-personal", String(this.#to.value !== EVERYBODY));
    this.#showAside();
  }

  /** Whether it is something else than a new message to everybody. */
  #showAside() {
    const aside = this.#to.value !== EVERYBODY || this.#reply !== undefined || this.#edited !== undefined;
    setAttribute(this.#form, "data-aside", String(aside));
  }
}
