import { textOf } from "../../shared/texts.js";
import { avatar } from "../common/avatar.js";
import { element, icon, part, setAttribute, setIcon, setText } from "../common/dom.js";
import { KeyedList } from "../common/keyed-list.js";
import { HandMark } from "./hand-mark.js";
import { nameOf, stateWords } from "./member-words.js";
import { ModerationMenu } from "./moderation-menu.js";
import { SidePanel } from "./side-panel.js";
import { WatchButton } from "./watch-button.js";

/** The list of everybody in the room, beside the stage or, on a phone, over its lower half. */
export class Participants {
  #panel = new SidePanel({ panel: "participants", opener: "participants-toggle", close: "participants-close" });
  #heading = part("participants-title");
  #rows;

  /** `create(look)` makes a row. */
  constructor(create) {
    this.#rows = new KeyedList(part("participant-list"), create);
  }

  /** Shows these looks, as of lookOf. */
  show(looks) {
    const people = looks.filter(({ device }) => !device).length;
    const devices = looks.length - people;
    const parts = [textOf(people, "participants.title"), devices > 0 && textOf(devices, "participants.devices")];
    setText(this.#heading, parts.filter(Boolean).join(" · "));
    part("participants-count").textContent = String(people);
    this.#rows.show(looks);
  }

  get rows() {
    return this.#rows.rows;
  }

  /** Whether the person points at something in the list, or has the focus there. */
  get inUse() {
    return this.#panel.element.matches(":hover, :focus-within");
  }

  /** Whether the person sees the list. */
  get open() {
    return this.#panel.open;
  }

  /** Keeps the list open where there is room for it beside everything else. */
  showIfWide() {
    const wide = matchMedia("(min-width: 62rem)");
    wide.addEventListener("change", () => this.#panel.reveal(wide.matches));
    this.#panel.reveal(wide.matches);
  }

  /** Opens or closes the list. */
  toggle(open = !this.#panel.open) {
    this.#panel.toggle(open);
  }
}

/** One person, or device, in the list of a room whose people are seen. */
export class ParticipantRow {
  element;
  #look;
  #avatar = element("span");
  #name = element("span", { class: "participant__name" });
  #state = element("span", { class: "participant__state" });
  #hand = new HandMark("participant__hand");
  #microphone = icon("mic");
  #camera = icon("camera");
  #watch;
  #menu;

  /** `onWatch(look)`: the person pressed the watch button; `onAct(act, look)`: moderates. */
  constructor({ id }, onWatch, onAct) {
    this.#menu = new ModerationMenu(id, onAct);
    this.#watch = new WatchButton("icon-button", () => onWatch(this.#look));
    const names = element("span", { class: "participant__names" }, this.#name, this.#state);
    const parts = [this.#avatar, names, this.#hand.element, this.#microphone, this.#camera, this.#watch.element];
    parts.push(this.#menu.opener, this.#menu.panel);
    this.element = element("li", { class: "participant", data: { testid: "participant" } }, ...parts);
  }

  update(look) {
    if (this.#look?.name !== look.name) {
      this.#avatar.replaceChildren(avatar(look, "avatar--small"));
    }
    this.#look = look;
    setText(this.#name, nameOf(look));
    setText(this.#state, stateWords(look));
    this.element.dataset.speaking = String(look.speaking);
    this.#hand.show(look.hand);
    setAttribute(this.#microphone, "hidden", look.device);
    setAttribute(this.#camera, "hidden", look.device);
    setIcon(this.#microphone, look.silent ? "mic-off" : "mic");
    setIcon(this.#camera, look.dark ? "camera-off" : "camera");
    setAttribute(this.#watch.element, "hidden", look.own);
    this.#watch.show(look);
    this.#menu.update(look);
  }
}
