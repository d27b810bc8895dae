import { text } from "../../shared/texts.js";
import { avatar } from "./avatar.js";
import { element, icon, setText } from "./dom.js";

/**
 * Tells that somebody wants the person now, on top of whatever the page shows. It takes the focus, but puts it on no
 * button: a key that was meant for the page must not answer a call.
 */
export class RingDialog {
  #dialog;
  #hint = element("p", { class: "ring__hint", role: "status" });

  /** `{id, name}` is who; `sentence` what they want; `answers` the buttons, `{look, symbol, label, run}`. */
  show({ who, sentence, answers }) {
    this.hide();
    setText(this.#hint, "");
    const heading = element("h2", {
      id: "ring-title",
      class: "ring__name",
      tabindex: "-1",
      dir: "auto",
      text: who.name,
    });
    const what = element("p", { id: "ring-sentence", class: "ring__sentence", text: sentence });
    const buttons = answers.map((answer) => this.#button(answer));
    const face = element("div", { class: "ring__face" }, avatar(who));
    this.#dialog = element(
      "dialog",
      {
        class: "ring",
        role: "alertdialog",
        "aria-labelledby": "ring-title",
        "aria-describedby": "ring-sentence",
        data: { testid: "ring", state: "ringing" },
      },
      face,
      heading,
      what,
      element("div", { class: "ring__answers" }, ...buttons),
      this.#hint,
    );
    // Escape is no answer: it neither rejects nor hides what still rings.
    this.#dialog.addEventListener("cancel", (event) => event.preventDefault());
    this.#dialog.addEventListener("close", ({ target }) => target === this.#dialog && target.showModal());
    document.body.append(this.#dialog);
    this.#dialog.showModal();
    heading.focus();
  }

  /** Says that the browser keeps the ringtone back, or no more. */
  showSilent(silent) {
    setText(this.#hint, silent ? text("ring.silent") : "");
  }

  /** Nothing can be pressed any more: an answer is on its way. */
  answered() {
    if (this.#dialog) {
      this.#dialog.dataset.state = "answered";
      this.#dialog.querySelectorAll("button").forEach((button) => (button.disabled = true));
    }
  }

  hide() {
    const dialog = this.#dialog;
    this.#dialog = undefined;
    dialog?.close();
    dialog?.remove();
  }

  #button({ look, symbol, label, run }) {
    const face = element("span", { class: "ring__button-face" }, icon(symbol));
    return element(
      "button",
      { class: `ring__button ring__button--${look}`, type: "button", on: { click: run } },
      face,
      element("span", { text: label }),
    );
  }
}
