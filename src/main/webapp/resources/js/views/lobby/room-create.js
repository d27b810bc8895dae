import { nameLength } from "../../shared/names.js";
import { text } from "../../shared/texts.js";
import { part, setAttribute, setText } from "../common/dom.js";

/** The form that creates a room. */
export class RoomCreate {
  #form = part("create-room");
  #input = part("room-name");
  #problem = part("room-name-problem");
  #longest = 60;

  /** `onCreate(name)` creates it; its promise answers a sentence when it was refused, else undefined. */
  constructor(onCreate) {
    this.#form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.#submit(onCreate);
    });
    // Until here the button is disabled, so that nobody sends the form of a page that is still loading.
    part("create").disabled = false;
    this.#input.addEventListener("input", () => this.#show(this.#lengthProblem()));
  }

  /** The server's limit of a name's length. */
  set longest(letters) {
    this.#longest = letters;
  }

  async #submit(onCreate) {
    const name = this.#input.value.trim();
    const problem = name === "" ? text("roomName.missing") : this.#lengthProblem() || (await onCreate(name)) || "";
    this.#show(problem);
    if (problem) {
      this.#input.focus();
    } else {
      this.#input.value = "";
    }
  }

  #lengthProblem() {
    return nameLength(this.#input.value.trim()) > this.#longest ? text("roomName.tooLong", this.#longest) : "";
  }

  #show(sentence) {
    setText(this.#problem, sentence);
    this.#problem.hidden = sentence === "";
    setAttribute(this.#input, "aria-invalid", sentence ? "true" : undefined);
  }
}
