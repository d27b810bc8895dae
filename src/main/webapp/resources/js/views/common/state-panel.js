import { element, icon, part } from "./dom.js";

/** Takes the page's place when it cannot go on: what happened and what to do. */
export class StatePanel {
  #panel = part("state-panel");
  #normal = part("page-content");

  /**
   * `actions` are `{label, href}` or `{label, run}`; the first is the one that most people want, unless there is
   * `content`, an element of its own between the sentence and them.
   */
  show({ symbol, title, sentence, content, actions }) {
    const heading = element("h1", { text: title, tabindex: "-1" });
    const buttons = actions.map((action, index) => this.#action(action, index === 0 && !content));
    this.#panel.replaceChildren(
      icon(symbol),
      heading,
      element("p", { text: sentence }),
      ...[content].filter(Boolean),
      element("div", { class: "state-panel__actions" }, ...buttons),
    );
    this.#panel.hidden = false;
    this.#normal.hidden = true;
    heading.focus();
  }

  /** Gives the place back to the page. */
  hide() {
    this.#panel.hidden = true;
    this.#normal.hidden = false;
  }

  #action({ label, href, run }, first) {
    const looks = `button${first ? " button--primary" : ""}`;
    return href
      ? element("a", { class: looks, href, text: label })
      : element("button", { class: looks, type: "button", text: label, on: { click: run } });
  }
}
