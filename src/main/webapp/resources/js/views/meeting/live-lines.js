import { element, part, setText } from "../common/dom.js";
import { KeyedList } from "../common/keyed-list.js";

/** What others are typing now, each in a line of their own: to be looked at, and read aloud in phrases only. */
export class LiveLines {
  #list = element("ul", { class: "live", role: "list", tabindex: "0", hidden: true });
  #rows = new KeyedList(this.#list, () => new LiveLine());

  /** `label`: what the list is called. */
  constructor(label) {
    this.#list.setAttribute("aria-label", label);
    part("chat-live").append(this.#list);
  }

  /** Shows these: `{id, name, text}` each. */
  show(lines) {
    this.#list.hidden = lines.length === 0;
    this.#rows.show(lines);
    this.#list.scrollTop = this.#list.scrollHeight;
  }
}

class LiveLine {
  #name = element("bdi", { class: "live__name" });
  #text = element("span", { class: "live__text", dir: "auto" });
  element = element("li", { class: "live__line", data: { testid: "live-line" } }, this.#name, this.#text);

  update({ name, text }) {
    setText(this.#name, name);
    setText(this.#text, text);
  }
}
