import { text } from "../../shared/texts.js";

/** The list of checks on the page of the self-check. */
export class CheckList {
  #root;

  constructor(root) {
    this.#root = root;
  }

  /** Shows what a check has found, as of `check-findings.js`. */
  show(check, { state, measured, advice, values }) {
    const item = this.#root.querySelector(`[data-check="${check}"]`);
    item.dataset.state = state;
    item.querySelector(".check__state").textContent = text(`check.state.${state}`);
    item.querySelector(".check__measured").textContent = measured;
    item.querySelector(".check__advice").textContent = text(advice, ...values);
  }
}
