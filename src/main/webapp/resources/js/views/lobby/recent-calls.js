import { clockOf } from "../../shared/duration.js";
import { nameOf } from "../../shared/erased.js";
import { shortTimeOf, text } from "../../shared/texts.js";
import { avatar } from "../common/avatar.js";
import { element, icon, part, setAttribute, setIcon, setText } from "../common/dom.js";
import { KeyedList } from "../common/keyed-list.js";

const SHOWN = 50;

/** The person's calls of the last weeks, the newest first; with buttons to call back, and to write. */
export class RecentCalls {
  #list;

  constructor(onCall, onWrite) {
    this.#list = new KeyedList(part("recent-calls"), () => new CallRow(onCall, onWrite));
  }

  /** `records` as of docs/protocol.md; `obstacleOf(person)` is why they cannot be called now, undefined if they can. */
  show(records, obstacleOf) {
    part("recent-none").hidden = records.length > 0;
    this.#list.show(records.slice(0, SHOWN).map((record) => ({ ...record, obstacle: obstacleOf(record.with) })));
  }
}

class CallRow {
  element;
  #record;
  #face = element("span", { class: "recent-call__face" });
  #name = element("span", { class: "recent-call__name", dir: "auto" });
  #what = element("span", { class: "recent-call__what" });
  #sign = icon("made");
  #call;
  #write;

  constructor(onCall, onWrite) {
    this.#write = element(
      "button",
      { class: "icon-button", type: "button", on: { click: () => onWrite(this.#record.with) } },
      icon("chat"),
    );
    this.#call = element(
      "button",
      { class: "icon-button", type: "button", on: { click: () => onCall(this.#record.with) } },
      icon("phone"),
    );
    const what = element("span", { class: "recent-call__line" }, this.#sign, this.#what);
    const names = element("span", { class: "recent-call__text" }, this.#name, what);
    this.element = element(
      "li",
      { class: "recent-call", data: { testid: "recent-call" } },
      this.#face,
      names,
      this.#write,
      this.#call,
    );
  }

  update(record) {
    const { with: other, direction, outcome, at, seconds, obstacle } = record;
    if (this.#record === undefined) {
      this.#face.replaceChildren(avatar(other, "avatar--small"));
      setIcon(this.#sign, signOf(record));
    }
    this.#record = record;
    this.element.dataset.outcome = direction === "received" && outcome === "missed" ? "missed" : outcome;
    const name = nameOf(other);
    setText(this.#name, name);
    const length = outcome === "answered" ? clockOf(seconds) : "";
    setText(
      this.#what,
      [text(`recent.${direction}.${outcome}`), shortTimeOf(new Date(at)), length].filter(Boolean).join(" · "),
    );
    setAttribute(this.#write, "aria-label", text("notes.writeNamed", name));
    setAttribute(this.#write, "title", text("notes.writeNamed", name));
    this.#call.disabled = obstacle !== undefined;
    setAttribute(this.#call, "aria-label", text("people.callNamed", name));
    setAttribute(this.#call, "title", obstacle ?? text("people.callNamed", name));
  }
}

function signOf({ direction, outcome }) {
  return direction === "received" && outcome !== "answered" ? "missed" : direction;
}
