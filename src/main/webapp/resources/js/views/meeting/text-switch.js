import { text } from "../../shared/texts.js";
import { part, setAttribute } from "../common/dom.js";

/** A line longer than this cannot be corrected at its beginning without much ado. */
const LONGEST = 500;

/** The switch that lets others see every letter, and the field in which one types then. */
export class TextSwitch {
  #button = part("toggle-text");
  #switch = part("text-switch");
  #form = part("chat-form");
  #field = part("chat-text");
  #longest = LONGEST;

  /** `onSwitch(on)`, `onButton()`, `onEdit(line)`: the line is this now; `onLine(line)`: a line was finished. */
  constructor({ onSwitch, onButton, onEdit, onLine }) {
    this.#switch.addEventListener("change", () => onSwitch(this.#switch.checked));
    this.#button.addEventListener("click", onButton);
    this.#field.addEventListener("input", () => {
      const lines = this.#field.value.split(/\r?\n/);
      if (this.live && lines.length > 1) {
        lines.slice(0, -1).forEach(onLine);
        this.#field.value = lines.at(-1);
      }
      onEdit(this.live ? this.#field.value : "");
    });
    part("chat-to").addEventListener("change", () => onEdit(this.live ? this.#field.value : ""));
  }

  /** Whether what is typed now is seen by everybody. */
  get live() {
    return this.#switch.checked && this.#form.dataset.aside !== "true";
  }

  /** The longest line that the server takes. */
  limit(longest) {
    this.#longest = Math.min(LONGEST, longest);
    this.show(this.#switch.checked);
  }

  show(on) {
    this.#switch.checked = on;
    setAttribute(this.#button, "aria-pressed", String(on));
    setAttribute(this.#form, "data-live", String(on));
    setAttribute(this.#field, "maxlength", on ? String(this.#longest) : undefined);
    setAttribute(this.#field, "placeholder", text(on ? "text.placeholder" : "chat.placeholder"));
  }
}
