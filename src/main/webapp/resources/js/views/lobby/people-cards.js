import { matching } from "../../shared/search.js";
import { compareNames, text, textOf } from "../../shared/texts.js";
import { avatar } from "../common/avatar.js";
import { element, icon, part, setAttribute, setText } from "../common/dom.js";
import { KeyedList } from "../common/keyed-list.js";
import { placeWords } from "../common/place-words.js";

/** Who is online, narrowed down by what the person searches; each can be called. */
export class PeopleCards {
  #people = [];
  #list;
  #search = part("people-search");
  /** Whether others are found, too, who are not shown here. */
  findsMore = false;
  #found = 0;

  /**
   * `onCall(person)`, `onWrite(person)`: the person pressed one of somebody's buttons. `onSearch(text)`: that is looked
   * for now.
   */
  constructor(onCall, onWrite, onSearch) {
    this.#list = new KeyedList(part("people"), () => new PersonCard(onCall, onWrite));
    this.#search.addEventListener("input", () => {
      this.#show();
      onSearch(this.#search.value);
    });
  }

  /** So many others were found elsewhere. */
  showFound(count) {
    this.#found = count;
    this.#show();
  }

  /** Shows these people, each with `own` (the person themself), `room` (the name of theirs) and `obstacle`. */
  show(people) {
    this.#people = [...people].sort((a, b) => Number(b.own) - Number(a.own) || compareNames(a.name, b.name));
    this.#show();
  }

  #show() {
    const wanted = this.#search.value.trim();
    const found = matching(this.#people, wanted);
    const alone = this.#people.every(({ own }) => own);
    part("people-loading").hidden = true;
    part("people-search-field").hidden = alone && wanted === "" && !this.findsMore;
    part("people-empty").hidden = !alone || wanted !== "";
    part("people-none-found").hidden = found.length + this.#found > 0 || (alone && wanted === "");
    setText(part("people-count"), textOf(this.#people.length, "people.online"));
    this.#list.show(found);
  }
}

/** One person: who, where, with which devices, and the button to call them. */
class PersonCard {
  element;
  #person;
  #face = element("span", { class: "person-card__face" });
  #name = element("h2", { class: "person-card__name", dir: "auto" });
  #state = element("p", { class: "person-card__state" });
  #devices = element("span", { class: "person-card__devices" });
  #call;
  #write;

  constructor(onCall, onWrite) {
    this.#write = element(
      "button",
      { class: "icon-button", type: "button", on: { click: () => onWrite(this.#person) } },
      icon("chat"),
    );
    this.#call = element(
      "button",
      { class: "button button--primary", type: "button", on: { click: () => onCall(this.#person) } },
      icon("phone"),
      element("span", { class: "visually-hidden-on-phones", text: text("people.call") }),
    );
    const names = element("div", { class: "person-card__text" }, this.#name, this.#state);
    this.element = element(
      "li",
      { class: "person-card", data: { testid: "person-card" } },
      this.#face,
      names,
      this.#devices,
      this.#write,
      this.#call,
    );
  }

  update(person) {
    const { id, name, own, state, camera, microphone, obstacle } = person;
    if (this.#person?.name !== name) {
      this.#face.replaceChildren(avatar({ id, name }));
    }
    if (this.#person?.camera !== camera || this.#person?.microphone !== microphone) {
      this.#devices.replaceChildren(...deviceSigns(camera, microphone));
    }
    this.#person = person;
    this.element.dataset.person = id;
    this.element.dataset.state = state;
    setText(this.#name, own ? text("tile.you", name) : name);
    setText(this.#state, placeWords(person));
    this.#write.hidden = own;
    setAttribute(this.#write, "aria-label", text("notes.writeNamed", name));
    setAttribute(this.#write, "title", text("notes.writeNamed", name));
    this.#call.hidden = own;
    this.#call.disabled = obstacle !== undefined;
    setAttribute(this.#call, "aria-label", text("people.callNamed", name));
    setAttribute(this.#call, "title", obstacle ?? text("people.callNamed", name));
  }
}

function deviceSigns(camera, microphone) {
  return [
    ["camera", camera],
    ["mic", microphone],
  ].map(([symbol, there]) => {
    const label = text(`people.${symbol}.${there ? "yes" : "no"}`);
    return element(
      "span",
      { class: "device-sign", role: "img", "aria-label": label, title: label, data: { there: String(Boolean(there)) } },
      icon(there ? symbol : `${symbol}-off`),
    );
  });
}
