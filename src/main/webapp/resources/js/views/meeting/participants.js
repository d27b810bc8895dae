import { text, textOf } from "../../shared/texts.js";
import { avatar } from "../common/avatar.js";
import { element, icon, part, setAttribute, setIcon, setText } from "../common/dom.js";
import { KeyedList } from "../common/keyed-list.js";
import { dark, isDevice, silent } from "./tile.js";

/** The list of everybody in the room, beside the stage or, on a phone, over its lower half. */
export class Participants {
  #panel = part("participants");
  #heading = part("participants-title");
  #opener = part("participants-toggle");
  #rows;

  /** `create(view)` makes a row. */
  constructor(create) {
    this.#rows = new KeyedList(part("participant-list"), create);
    this.#opener.addEventListener("click", () => this.toggle());
    part("participants-close").addEventListener("click", () => this.toggle(false));
    this.#panel.addEventListener("keydown", (event) => event.key === "Escape" && this.toggle(false));
  }

  /** Shows the same views as the tiles do. */
  show(views) {
    const people = views.filter(({ member }) => !isDevice(member)).length;
    const devices = views.length - people;
    const parts = [textOf(people, "participants.title"), devices > 0 && textOf(devices, "participants.devices")];
    setText(this.#heading, parts.filter(Boolean).join(" · "));
    part("participants-count").textContent = String(people);
    this.#rows.show(views);
  }

  get rows() {
    return this.#rows.rows;
  }

  /** Whether the person points at something in the list, or has the focus there. */
  get inUse() {
    return this.#panel.matches(":hover, :focus-within");
  }

  /** Whether the person sees the list. */
  get open() {
    return !this.#panel.hidden;
  }

  /** Keeps the list open where there is room for it beside everything else. */
  showIfWide() {
    const wide = matchMedia("(min-width: 62rem)");
    wide.addEventListener("change", () => this.#reveal(wide.matches));
    this.#reveal(wide.matches);
  }

  /** Opens or closes the list. */
  toggle(open = this.#panel.hidden) {
    this.#reveal(open);
    (open ? part("participants-close") : this.#opener).focus();
  }

  #reveal(open) {
    this.#panel.hidden = !open;
    this.#opener.setAttribute("aria-expanded", String(open));
  }
}

/** One person, or device, in the list of a room whose people are seen. */
export class ParticipantRow {
  element;
  #member;
  #avatar = element("span");
  #name = element("span", { class: "participant__name" });
  #state = element("span", { class: "participant__state" });
  #microphone = icon("mic");
  #camera = icon("camera");
  #watch;

  /** `onWatch(member)`: the person pressed the watch button. */
  constructor(onWatch) {
    this.#watch = element("button", { class: "icon-button", type: "button", on: { click: () => onWatch(this.#member) } }, icon("eye"));
    const names = element("span", { class: "participant__names" }, this.#name, this.#state);
    this.element = element("li", { class: "participant", data: { testid: "participant" } }, this.#avatar, names, this.#microphone, this.#camera, this.#watch);
  }

  update({ member, own, watched, speaking }) {
    if (this.#member?.name !== member.name) {
      this.#avatar.replaceChildren(avatar(member, "avatar--small"));
    }
    this.#member = member;
    setText(this.#name, own ? text("tile.you", member.name) : member.name);
    setText(this.#state, stateOf(member, watched, speaking));
    this.element.dataset.speaking = String(speaking);
    setAttribute(this.#microphone, "hidden", isDevice(member));
    setAttribute(this.#camera, "hidden", isDevice(member));
    setIcon(this.#microphone, silent(member) ? "mic-off" : "mic");
    setIcon(this.#camera, dark(member) ? "camera-off" : "camera");
    setAttribute(this.#watch, "hidden", own);
    const label = text(watched ? "tile.unwatch" : "tile.watch", member.name);
    setAttribute(this.#watch, "aria-label", label);
    setAttribute(this.#watch, "title", label);
    setIcon(this.#watch.firstElementChild, watched ? "eye" : "eye-off");
  }
}

/** What the microphone of a person does, in words. */
export function soundOf({ devices }, speaking) {
  if (!devices.microphone) {
    return text("participant.noMicrophone");
  }
  return devices.muted ? text("participant.muted") : text(speaking ? "participant.speaking" : "participant.heard");
}

/** What the icons show, in words. */
function stateOf(member, watched, speaking) {
  if (!member.connected) {
    return text("tile.reconnecting");
  }
  const words = [];
  if (!watched) {
    words.push(text("tile.notWatching"));
  }
  if (isDevice(member)) {
    return [...words, text(member.devices.microphone ? "participant.deviceHeard" : "participant.device")].join(" · ");
  }
  words.push(soundOf(member, speaking));
  words.push(text(member.devices.camera ? (member.devices.cameraOff ? "participant.cameraOff" : "participant.seen") : "participant.noCamera"));
  return words.join(" · ");
}
