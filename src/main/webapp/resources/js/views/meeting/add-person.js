import { matching } from "../../shared/search.js";
import { compareNames, text } from "../../shared/texts.js";
import { avatar } from "../common/avatar.js";
import { element, part, setText } from "../common/dom.js";
import { KeyedList } from "../common/keyed-list.js";
import { placeWords } from "../common/place-words.js";

/** The dialog in which a third person is chosen for a call. */
export class AddPerson {
  #dialog = part("add-dialog");
  #search = part("add-search");
  #problem = part("add-problem");
  #people = [];
  #list;

  /**
   * `actions`: `opened()`, `closed()`; `add(person)`, whose promise answers a sentence when it was refused, else
   * undefined.
   */
  constructor({ opened, closed, add }) {
    this.#list = new KeyedList(part("add-people"), () => new Candidate((person) => this.#choose(person, add)));
    this.#search.addEventListener("input", () => this.#show());
    part("add-close").addEventListener("click", () => this.close());
    part("add-person").addEventListener("click", () => this.#open(opened));
    this.#dialog.addEventListener("close", closed);
  }

  /** Those who can be added, as of PeopleCards. */
  show(people) {
    this.#people = [...people].sort((a, b) => compareNames(a.name, b.name));
    this.#show();
  }

  close() {
    this.#dialog.close();
  }

  #open(opened) {
    this.#search.value = "";
    this.#tell("");
    this.#dialog.showModal();
    opened();
  }

  async #choose(person, add) {
    const problem = await add(person);
    if (problem) {
      this.#tell(problem);
    } else {
      this.close();
    }
  }

  #tell(sentence) {
    setText(this.#problem, sentence);
    this.#problem.hidden = sentence === "";
  }

  #show() {
    const found = matching(this.#people, this.#search.value);
    part("add-nobody").hidden = found.length > 0;
    this.#list.show(found);
  }
}

class Candidate {
  element;
  #person;
  #face = element("span");
  #name = element("span", { class: "add-person__name", dir: "auto" });
  #state = element("span", { class: "add-person__state" });
  #button;

  constructor(onChoose) {
    const names = element("span", { class: "add-person__names" }, this.#name, this.#state);
    this.#button = element(
      "button",
      { class: "add-person__button", type: "button", on: { click: () => onChoose(this.#person) } },
      this.#face,
      names,
    );
    this.element = element("li", { data: { testid: "candidate" } }, this.#button);
  }

  update(person) {
    if (this.#person?.name !== person.name) {
      this.#face.replaceChildren(avatar(person, "avatar--small"));
    }
    this.#person = person;
    setText(this.#name, person.name);
    setText(this.#state, person.obstacle ?? placeWords(person));
    this.#button.disabled = person.obstacle !== undefined;
    this.#button.setAttribute("aria-label", text("call.addNamed", person.name));
  }
}
