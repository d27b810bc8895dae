import { element } from "../common/dom.js";
import { text } from "../../shared/texts.js";

/** How long nobody types before it is asked. */
const PAUSE_MS = 150;

/**
 * The search in the header: a combobox with a list below it (ARIA Authoring Practices, "Combobox"). `/` or Ctrl+K lead
 * to it, the arrow keys go through what is found, Enter opens it, Escape closes the list. `ask` answers a promise of
 * what is found for a text.
 */
export class SearchBox {
  #input;
  #list;
  #status;
  #ask;
  #open;
  #timer;
  #asked = 0;
  /** Whether something else was typed than what the list is for. */
  #stale = false;
  #at = -1;

  constructor({ input, list, status, ask, open = (path) => window.location.assign(path) }) {
    this.#input = input;
    this.#list = list;
    this.#status = status;
    this.#ask = ask;
    this.#open = open;
    input.addEventListener("input", () => this.#later());
    input.addEventListener("keydown", (event) => this.#key(event));
    input.addEventListener("blur", () => this.#close());
    // Before the field loses the focus.
    list.addEventListener("pointerdown", (event) => event.preventDefault());
    document.addEventListener("keydown", (event) => this.#shortcut(event));
  }

  #shortcut(event) {
    const typing = event.target.matches?.("input, textarea, select, [contenteditable]");
    const slash = event.key === "/" && !typing && !event.ctrlKey && !event.metaKey && !event.altKey;
    const k = event.key.toLowerCase() === "k" && (event.ctrlKey || event.metaKey);
    if (slash || k) {
      event.preventDefault();
      this.#input.focus();
      this.#input.select();
    }
  }

  #later() {
    this.#stale = true;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#look(), PAUSE_MS);
  }

  async #look() {
    this.#asked += 1;
    const own = this.#asked;
    const wanted = this.#input.value.trim();
    if (wanted === "") {
      this.#close();
      return;
    }
    const found = await this.#ask(wanted);
    if (own === this.#asked && document.activeElement === this.#input) {
      this.#stale = wanted !== this.#input.value.trim();
      this.#show(found);
    }
  }

  #show(found) {
    this.#list.replaceChildren(...found.map((one, at) => this.#entry(one, at)));
    this.#list.hidden = found.length === 0;
    this.#input.setAttribute("aria-expanded", String(found.length > 0));
    this.#status.textContent = text("admin.search.found", found.length);
    this.#go(-1);
  }

  #entry({ kind, title, detail, path }, at) {
    return element(
      "li",
      {
        id: `found-${at}`,
        class: "search-box__one",
        role: "option",
        "aria-selected": "false",
        data: { path },
        on: { click: () => this.#open(path) },
      },
      element("span", { class: "search-box__kind", text: text(`admin.search.${kind}`) }),
      element("strong", { text: title }),
      element("span", { class: "admin__kind", text: detail }),
    );
  }

  #key(event) {
    const { length } = this.#list.children;
    if (event.key === "Escape") {
      this.#close();
    } else if (event.key === "Enter") {
      this.#enter(event);
    } else if (length > 0 && (event.key === "ArrowDown" || event.key === "ArrowUp")) {
      event.preventDefault();
      const step = event.key === "ArrowDown" ? 1 : -1;
      this.#go((Math.max(this.#at, step > 0 ? -1 : 0) + step + length) % length);
    }
  }

  /** The first one, if nobody has chosen; what is typed just now is asked at once. */
  #enter(event) {
    event.preventDefault();
    if (this.#list.hidden || this.#stale) {
      clearTimeout(this.#timer);
      this.#look();
    } else {
      this.#open(this.#list.children[Math.max(this.#at, 0)].dataset.path);
    }
  }

  #go(at) {
    this.#list.children[this.#at]?.setAttribute("aria-selected", "false");
    this.#at = at;
    const chosen = this.#list.children[at];
    chosen?.setAttribute("aria-selected", "true");
    chosen?.scrollIntoView?.({ block: "nearest" });
    if (chosen) {
      this.#input.setAttribute("aria-activedescendant", chosen.id);
    } else {
      this.#input.removeAttribute("aria-activedescendant");
    }
  }

  #close() {
    clearTimeout(this.#timer);
    this.#asked += 1;
    this.#list.hidden = true;
    this.#list.replaceChildren();
    this.#input.setAttribute("aria-expanded", "false");
    this.#status.textContent = "";
    this.#go(-1);
  }
}
