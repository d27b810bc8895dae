import { text, textOf } from "../../shared/texts.js";

/** Tells that something happened to somebody; whoever follows while that is still to be read is counted with them. */
export class ManyTold {
  #toasts;
  #key;
  #toast;
  #count = 0;

  /** `key`, of the sentence with a name; with `.many`, of the one with a number. */
  constructor(toasts, key) {
    this.#toasts = toasts;
    this.#key = key;
  }

  tell(name) {
    this.#count = this.#toast?.isConnected ? this.#count + 1 : 1;
    const sentence = this.#count === 1 ? text(this.#key, name) : textOf(this.#count, `${this.#key}.many`);
    this.#toast = this.#toasts.show(sentence, "info", this.#toast);
  }
}
