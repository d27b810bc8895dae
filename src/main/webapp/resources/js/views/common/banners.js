import { element, icon, part } from "./dom.js";

/** Lasting messages at the top of the page, one per topic, with at most one button each. */
export class Banners {
  #region = part("banners");
  #shown = new Map();

  /** Shows `sentence` for `topic` instead of what was shown before; `action` is `{label, run}`. */
  show(topic, sentence, action) {
    if (this.#shown.get(topic)?.sentence === sentence) {
      return;
    }
    this.hide(topic);
    const button =
      action &&
      element("button", {
        class: "button button--small",
        type: "button",
        text: action.label,
        on: { click: action.run },
      });
    const banner = element(
      "div",
      { class: "banner", data: { topic } },
      icon("info"),
      element("p", { text: sentence }),
      button,
    );
    this.#shown.set(topic, { sentence, banner });
    this.#region.append(banner);
  }

  /** Shows or hides it, as `show` and `hide`. */
  showIf(wanted, topic, sentence, action) {
    if (wanted) {
      this.show(topic, sentence, action);
    } else {
      this.hide(topic);
    }
  }

  /** Takes the message of `topic` away. */
  hide(topic) {
    this.#shown.get(topic)?.banner.remove();
    this.#shown.delete(topic);
  }
}
