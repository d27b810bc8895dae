import { text } from "../../shared/texts.js";
import { element, icon, setAttribute, setText } from "../common/dom.js";
import { KeyedList } from "../common/keyed-list.js";

/** People in a list of the options, each with a button that takes that one off. */
export class OptionPeople {
  people = [];
  #list;

  /** `removed(person)`: the button was pressed; the person is off the list by then. */
  constructor(container, removed) {
    this.#list = new KeyedList(
      container,
      () =>
        new PersonRow((person) => {
          this.show(this.people.filter(({ id }) => id !== person.id));
          removed(person);
        }),
    );
  }

  /** Shows these, each {id, name}. */
  show(people) {
    this.people = people;
    this.#list.show(people);
  }
}

class PersonRow {
  element;
  #person;
  #name = element("span", { dir: "auto" });
  #remove;

  constructor(onRemove) {
    const click = () => onRemove(this.#person);
    this.#remove = element("button", { class: "icon-button", type: "button", on: { click } }, icon("close"));
    this.element = element("li", { class: "options-person" }, this.#name, this.#remove);
  }

  update(person) {
    this.#person = person;
    setText(this.#name, person.name);
    setAttribute(this.#remove, "aria-label", text("options.remove", person.name));
    setAttribute(this.#remove, "title", text("options.remove", person.name));
  }
}
