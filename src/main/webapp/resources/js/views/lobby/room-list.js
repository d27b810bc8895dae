import { pathOf, watchPath } from "../../shared/paths.js";
import { matching } from "../../shared/search.js";
import { compareNames, text, textOf } from "../../shared/texts.js";
import { avatar } from "../common/avatar.js";
import { element, icon, part, setAttribute, setText } from "../common/dom.js";
import { KeyedList } from "../common/keyed-list.js";

const SEARCH_FROM = 7;

/** The rooms with their head counts, narrowed down by what the person searches. */
export class RoomList {
  #rooms = [];
  #list;
  #search = part("room-search");

  /**
   * `onDelete(room)`, `onOptions(room)`: the person wants to delete a room, or to see its options. `watchable`: rooms
   * can be watched without joining.
   */
  constructor(actions, watchable) {
    this.#list = new KeyedList(part("rooms"), () => new RoomCard(actions, watchable));
    this.#search.addEventListener("input", () => this.#show());
  }

  /** Shows these rooms; those with people first. */
  show(rooms) {
    this.#rooms = [...rooms].sort(
      (a, b) => Number(b.members > 0) - Number(a.members > 0) || compareNames(a.name, b.name),
    );
    this.#show();
  }

  #show() {
    const wanted = this.#search.value.trim();
    const found = matching(this.#rooms, wanted);
    part("room-search-field").hidden = this.#rooms.length < SEARCH_FROM && wanted === "";
    part("rooms-loading").hidden = true;
    part("rooms-empty").hidden = this.#rooms.length > 0;
    part("rooms-none-found").hidden = this.#rooms.length === 0 || found.length > 0;
    setText(part("rooms-count"), this.#rooms.length > 0 ? textOf(this.#rooms.length, "rooms.count") : "");
    this.#list.show(found);
  }
}

/** One room in the list. */
class RoomCard {
  element;
  #room;
  #name = element("h2", { class: "room-card__name" });
  #count = element("p", { class: "room-card__count" });
  #owner = element("p", { class: "room-card__owner" });
  #sharer = element("p", { class: "room-card__sharer" });
  #risk = element("p", { class: "room-card__risk" });
  #join = element("a", { class: "button button--primary" });
  #watch;
  #marks = element("p", { class: "room-card__marks" });
  #options;
  #delete;

  constructor({ onDelete, onOptions }, watchable) {
    this.#options = element(
      "button",
      { class: "icon-button", type: "button", on: { click: () => onOptions(this.#room) } },
      icon("options"),
    );
    this.#watch = watchable ? element("a", { class: "icon-button" }, icon("eye")) : undefined;
    this.#delete = element(
      "button",
      {
        class: "icon-button",
        type: "button",
        data: { testid: "delete-room" },
        on: { click: () => onDelete(this.#room) },
      },
      icon("trash"),
    );
    const names = element(
      "div",
      { class: "room-card__text" },
      this.#name,
      this.#count,
      this.#owner,
      this.#marks,
      this.#sharer,
      this.#risk,
    );
    this.element = element(
      "li",
      { class: "room-card", data: { testid: "room" } },
      names,
      this.#options,
      this.#delete,
      this.#watch,
      this.#join,
    );
  }

  update(room) {
    this.#room = room;
    this.element.dataset.room = room.id;
    this.element.dataset.busy = String(room.members > 0);
    setText(this.#name, room.name);
    setText(this.#count, room.members === 0 ? text("room.empty") : textOf(room.members, "room.members"));
    setText(this.#owner, room.own ? text("room.ownerYou") : room.ownerName ? text("room.owner", room.ownerName) : "");
    setText(this.#sharer, room.sharer ? text("room.sharer", room.sharer) : "");
    setText(this.#risk, room.atRisk ? text("room.atRisk") : "");
    setText(this.#marks, marksOf(room).join(" · "));
    setText(this.#join, text("room.join"));
    setAttribute(this.#join, "href", pathOf(room));
    setAttribute(this.#join, "aria-label", text("room.joinNamed", room.name));
    if (this.#watch) {
      setAttribute(this.#watch, "href", watchPath(room.id));
      setAttribute(this.#watch, "aria-label", text("rooms.watchNamed", room.name));
      setAttribute(this.#watch, "title", text("rooms.watchNamed", room.name));
      this.#watch.hidden = isGuarded(room);
    }
    this.#options.hidden = !room.settable;
    setAttribute(this.#options, "aria-label", text("room.optionsNamed", room.name));
    setAttribute(this.#options, "title", text("room.optionsNamed", room.name));
    this.#delete.hidden = !room.deletable;
    setAttribute(this.#delete, "aria-label", text("room.deleteNamed", room.name));
    setAttribute(this.#delete, "title", text("room.deleteNamed", room.name));
  }
}

/** What somebody has to know before joining, in words. */
function marksOf({ options = {} }) {
  const { access, lobby, locked, hidden } = options;
  return [
    locked && text("room.locked"),
    access === "members" && text("room.forMembers"),
    access === "password" && text("room.hasPassword"),
    lobby && text("room.lobby"),
    hidden && text("room.hidden"),
  ].filter(Boolean);
}

/** Whether something is asked of people at the door, so that the room is not to be watched. */
function isGuarded({ options: { access, lobby, locked } = {}, settable }) {
  return !settable && (access === "password" || lobby === true || locked === true);
}

/** Who is online, each person once. */
export class PeopleList {
  #list = new KeyedList(part("people"), () => new PersonRow());

  /** `places` are the rooms by id, `you` is the own id. */
  show(people, places, you) {
    const sorted = [...people].sort((a, b) => compareNames(a.name, b.name));
    setText(part("people-title"), textOf(sorted.length, "people.online"));
    this.#list.show(
      sorted.map((person) => ({ ...person, own: person.id === you, room: places.get(person.place)?.name })),
    );
  }
}

class PersonRow {
  element = element("li", { class: "person", data: { testid: "person" } });
  #shown = "";

  update({ id, name, own, room, state }) {
    const elsewhere = state === "call" || state === "away";
    const place = room ? text("people.inRoom", room) : elsewhere ? text(`people.state.${state}`) : "";
    const shown = JSON.stringify([name, own, place]);
    if (shown !== this.#shown) {
      this.#shown = shown;
      const label = element("span", { class: "person__name", text: own ? text("tile.you", name) : name });
      const names = element(
        "span",
        { class: "person__names" },
        label,
        place && element("span", { class: "person__place", text: place }),
      );
      this.element.replaceChildren(avatar({ id, name }, "avatar--small"), names);
    }
  }
}
