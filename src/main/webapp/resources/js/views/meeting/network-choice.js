import { part } from "../common/dom.js";

/** What of the network the person wants to use, in the dialog of devices (includes/network-choice.xhtml). */
export class NetworkChoice {
  #saver = part("data-saver");
  #soundOnly = part("sound-only");
  #bandwidth = part("bandwidth");

  /** `onChange(changes)`: the person changed some of the choices. */
  constructor(onChange) {
    this.#saver.addEventListener("change", () => onChange({ dataSaver: this.#saver.checked }));
    this.#soundOnly.addEventListener("change", () => onChange({ soundOnly: this.#soundOnly.checked }));
    this.#bandwidth.addEventListener("change", () => onChange({ bandwidth: Number(this.#bandwidth.value) }));
  }

  show({ dataSaver, soundOnly, bandwidth }) {
    this.#saver.checked = dataSaver;
    this.#soundOnly.checked = soundOnly;
    this.#bandwidth.value = String(bandwidth);
  }
}
