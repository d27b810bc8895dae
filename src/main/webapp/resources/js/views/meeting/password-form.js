import { text } from "../../shared/texts.js";
import { element } from "../common/dom.js";

/** The field for a room's password. */
export class PasswordForm {
  element;
  #input = element("input", {
    id: "room-password",
    type: "password",
    autocomplete: "off",
    maxlength: "128",
    required: true,
  });

  /** `onPassword(text)`: the person gave one. */
  constructor(onPassword) {
    const label = element("label", { for: "room-password", text: text("password.label") });
    const button = element("button", { class: "button button--primary", type: "submit", text: text("password.enter") });
    const row = element("div", { class: "field__row" }, this.#input, button);
    const submit = (event) => {
      event.preventDefault();
      if (this.#input.value !== "") {
        onPassword(this.#input.value);
      }
    };
    this.element = element("form", { class: "field password-form", on: { submit } }, label, row);
  }

  focus() {
    this.#input.focus();
  }
}
