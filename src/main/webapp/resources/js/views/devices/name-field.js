import { nameLength } from "../../shared/names.js";
import { text } from "../../shared/texts.js";
import { part, setAttribute, setText } from "../common/dom.js";

const LONGEST = 40;
const HINT_FROM = 30;

/** The display name: tells while one writes what would be refused, and the server's sentence when it was. */
export class NameField {
  #input = part("name");
  #problem = part("name-problem");
  #hint = part("name-hint");

  constructor() {
    this.#input.addEventListener("input", () => this.#written());
  }

  /** Fills the field, unless the person has begun to write. */
  prefill(name) {
    if (this.#input.value === "" && name) {
      this.#input.value = name;
    }
  }

  /** The name is the account's, and stays so. */
  fix(name) {
    this.#input.value = name;
    this.#input.readOnly = true;
    setText(this.#hint, text("name.fromAccount"));
  }

  get name() {
    return this.#input.value.trim();
  }

  /** Whether the name can be sent; says why not. */
  check() {
    const problem = problemOf(this.name);
    this.showProblem(problem);
    return problem === "";
  }

  /** Shows why the name is refused, and brings the person back to it; "" takes it away. */
  showProblem(sentence) {
    setText(this.#problem, sentence);
    this.#problem.hidden = sentence === "";
    setAttribute(this.#input, "aria-invalid", sentence ? "true" : undefined);
    if (sentence) {
      this.#input.focus();
    }
  }

  #written() {
    const length = nameLength(this.name);
    const tooLong = length > LONGEST;
    setText(this.#hint, length >= HINT_FROM ? text("name.length", length, LONGEST) : text("name.hint"));
    this.#hint.dataset.problem = String(tooLong);
    setAttribute(this.#input, "aria-invalid", tooLong ? "true" : undefined);
    if (!this.#problem.hidden && !tooLong) {
      this.showProblem("");
    }
  }
}

function problemOf(name) {
  if (name === "") {
    return text("name.missing");
  }
  return nameLength(name) > LONGEST ? text("name.tooLong", LONGEST) : "";
}
