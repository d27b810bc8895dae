import { text } from "../../shared/texts.js";
import { avatar } from "../common/avatar.js";
import { element, icon, part, setAttribute, setText } from "../common/dom.js";
import { KeyedList } from "../common/keyed-list.js";

/** Who is not online, and can be left a note. */
export class AbsentPeople {
  #list;

  /** `onWrite(person)`: the person pressed somebody's button. */
  constructor(onWrite) {
    this.#list = new KeyedList(part("absent-people"), (person) => new AbsentRow(person, onWrite));
  }

  /** Shows these, `{id, name}` each. */
  show(people) {
    part("absent").hidden = people.length === 0;
    this.#list.show(people);
  }
}

class AbsentRow {
  element;
  #person;
  #name = element("span", { class: "recent-call__name", dir: "auto" });
  #write;

  constructor(person, onWrite) {
    this.#write = element(
      "button",
      { class: "icon-button", type: "button", on: { click: () => onWrite(this.#person) } },
      icon("chat"),
    );
    const face = element("span", { class: "recent-call__face" }, avatar(person, "avatar--small"));
    const names = element("span", { class: "recent-call__text" }, this.#name);
    this.element = element("li", { class: "recent-call", data: { testid: "absent-person" } }, face, names, this.#write);
  }

  update(person) {
    this.#person = person;
    setText(this.#name, person.name);
    setAttribute(this.#write, "aria-label", text("notes.writeNamed", person.name));
    setAttribute(this.#write, "title", text("notes.writeNamed", person.name));
  }
}
