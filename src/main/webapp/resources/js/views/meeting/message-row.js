import { linked } from "../../shared/links.js";
import { shortTimeOf, text } from "../../shared/texts.js";
import { element, icon, setAttribute, setText } from "../common/dom.js";
import { messageFile } from "./message-file.js";

/** One message: who, when, what, and what can be done with it. Whatever is in it is text, and nothing else. */
export class MessageRow {
  element;
  #name = element("bdi", { class: "message__name" });
  #time = element("time", { class: "message__time" });
  #to = element("span", { class: "message__to" });
  #quote = element("p", { class: "message__quote", dir: "auto" });
  #text = element("p", { class: "message__text", dir: "auto" });
  #file = element("p", { class: "message__file" });
  #shownFile;
  #state = element("p", { class: "message__state" });
  #acts = element("div", { class: "acts message__acts", role: "group", hidden: true });
  #opener;
  #shown;
  #item;

  /** `onAct(act, item)`: the person chose one of the `acts` of the item. */
  constructor({ id }, onAct) {
    this.#acts.id = `message-acts-${id}`;
    this.#opener = element(
      "button",
      { class: "icon-button message__more", type: "button", "aria-expanded": "false", "aria-controls": this.#acts.id },
      icon("more"),
    );
    this.#opener.addEventListener("click", () => this.#toggle(this.#acts.hidden));
    this.#acts.addEventListener("keydown", (event) => this.#key(event));
    this.#acts.addEventListener("click", ({ target }) => {
      const act = target.closest("button")?.dataset.act;
      if (act) {
        this.#toggle(false);
        this.#opener.focus();
        onAct(act, this.#item);
      }
    });
    const head = element("p", { class: "message__head" }, this.#name, this.#to, this.#time);
    const body = element("div", { class: "message__body" }, head, this.#quote, this.#file, this.#text, this.#state);
    this.element = element("li", { class: "message", data: { testid: "message" } }, body, this.#opener, this.#acts);
  }

  /** `item`: `{id, name, own, personal, to, at, text, quote, file, state, acts, kind}`, ready to be shown. */
  update(item) {
    const look = JSON.stringify(item);
    if (look === this.#shown) {
      return;
    }
    this.#shown = look;
    this.#item = item;
    this.element.dataset.own = String(item.own);
    this.element.dataset.personal = String(item.personal);
    setAttribute(this.element, "data-kind", item.kind);
    setText(this.#name, item.name);
    setText(this.#to, item.to);
    setAttribute(this.#to, "hidden", !item.to);
    this.#showTime(item.at);
    setText(this.#quote, item.quote);
    setAttribute(this.#quote, "hidden", !item.quote);
    this.#showFile(item.file);
    this.#text.replaceChildren(...linked(item.text).map(piece));
    setAttribute(this.#text, "hidden", !item.text);
    setText(this.#state, item.state);
    setAttribute(this.#state, "hidden", !item.state);
    this.#showActs(item);
  }

  /** A picture that is there stays there, whatever else is another. */
  #showFile(file) {
    const look = JSON.stringify(file);
    if (look !== this.#shownFile) {
      this.#shownFile = look;
      this.#file.replaceChildren(...(file ? [messageFile(file)] : []));
    }
    setAttribute(this.#file, "hidden", !file);
  }

  #showTime(at) {
    setAttribute(this.#time, "hidden", !at);
    if (at) {
      this.#time.dateTime = at;
      setText(this.#time, shortTimeOf(new Date(at)));
    }
  }

  #showActs({ acts, name }) {
    setAttribute(this.#opener, "hidden", acts.length === 0);
    setAttribute(this.#opener, "aria-label", text("chat.acts", name));
    setAttribute(this.#opener, "title", text("chat.acts", name));
    setAttribute(this.#acts, "aria-label", text("chat.acts", name));
    this.#acts.replaceChildren(
      ...acts.map((act) =>
        element("button", { class: "button button--small", type: "button", text: text(`chat.${act}`), data: { act } }),
      ),
    );
  }

  #key(event) {
    if (event.key === "Escape") {
      event.stopPropagation();
      this.#toggle(false);
      this.#opener.focus();
    }
  }

  #toggle(open) {
    this.#acts.hidden = !open;
    this.#opener.setAttribute("aria-expanded", String(open));
    if (open) {
      this.#acts.scrollIntoView({ block: "nearest" });
      this.#acts.firstElementChild.focus();
    }
  }
}

function piece({ text: words, href }) {
  if (!href) {
    return document.createTextNode(words);
  }
  return element("a", { href, target: "_blank", rel: "noopener noreferrer", text: words });
}
