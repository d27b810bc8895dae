import { text, textOf } from "../../shared/texts.js";
import { avatar } from "../common/avatar.js";
import { element, part, setAttribute, setText } from "../common/dom.js";
import { KeyedList } from "../common/keyed-list.js";

/** Who waits before the room, above the list of who is inside. */
export class WaitingList {
  #section = part("waiting");
  #all = part("admit-all");
  #list;

  /** `actions`: `admit(person)`, `turnAway(person)`, `admitAll()`. */
  constructor(actions) {
    this.#list = new KeyedList(part("waiting-list"), () => new WaitingRow(actions));
    this.#all.addEventListener("click", () => actions.admitAll());
  }

  /** Shows these people, each `{id, name}`. */
  show(people) {
    this.#section.hidden = people.length === 0;
    this.#all.hidden = people.length < 2;
    setText(part("waiting-title"), people.length > 0 ? textOf(people.length, "door.waiting") : "");
    this.#list.show(people);
  }
}

class WaitingRow {
  element;
  #person;
  #name = element("span", { class: "participant__name" });
  #avatar = element("span");
  #admit;
  #turnAway;

  constructor({ admit, turnAway }) {
    const button = (looks, key, run) =>
      element("button", { class: looks, type: "button", text: text(key), on: { click: () => run(this.#person) } });
    this.#admit = button("button button--small button--primary", "door.admit", admit);
    this.#turnAway = button("button button--small", "door.turnAway", turnAway);
    const names = element("span", { class: "participant__names" }, this.#name);
    const parts = [this.#avatar, names, this.#admit, this.#turnAway];
    this.element = element("li", { class: "participant waiting__row", data: { testid: "waiting" } }, ...parts);
  }

  update(person) {
    if (this.#person?.name !== person.name) {
      this.#avatar.replaceChildren(avatar(person, "avatar--small"));
    }
    this.#person = person;
    setText(this.#name, person.name);
    setAttribute(this.#admit, "aria-label", text("door.admitNamed", person.name));
    setAttribute(this.#turnAway, "aria-label", text("door.turnAwayNamed", person.name));
  }
}
