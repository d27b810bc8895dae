import { text, textOf } from "../shared/texts.js";
import { avatar } from "./avatar.js";
import { element, icon, part, setAttribute, setIcon, setText } from "./dom.js";
import { KeyedList } from "./keyed-list.js";
import { dark, isDevice, silent } from "./tile.js";

/** The list of everybody in the room, beside the stage or, on a phone, over its lower half. */
export class Participants {
  #panel = part("participants");
  #heading = part("participants-title");
  #opener = part("participants-toggle");
  #rows;

  /** `onWatch(member)`: the person pressed a member's watch button. */
  constructor(onWatch) {
    this.#rows = new KeyedList(part("participant-list"), () => new ParticipantRow(onWatch));
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

  /** Opens or closes the list. */
  toggle(open = this.#panel.hidden) {
    this.#panel.hidden = !open;
    this.#opener.setAttribute("aria-expanded", String(open));
    (open ? part("participants-close") : this.#opener).focus();
  }
}

/** One person, or device, in the list. */
class ParticipantRow {
  element;
  #member;
  #avatar = element("span");
  #name = element("span", { class: "participant__name" });
  #state = element("span", { class: "participant__state" });
  #microphone = icon("mic");
  #camera = icon("camera");
  #watch;

  constructor(onWatch) {
    this.#watch = element("button", { class: "icon-button", type: "button", on: { click: () => onWatch(this.#member) } }, icon("eye"));
    const names = element("span", { class: "participant__names" }, this.#name, this.#state);
    this.element = element("li", { class: "participant", data: { testid: "participant" } }, this.#avatar, names, this.#microphone, this.#camera, this.#watch);
  }

  update({ member, own, watched }) {
    if (this.#member?.name !== member.name) {
      this.#avatar.replaceChildren(avatar(member, "avatar--small"));
    }
    this.#member = member;
    setText(this.#name, own ? text("tile.you", member.name) : member.name);
    setText(this.#state, stateOf(member, watched));
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

/** What the icons show, in words. */
function stateOf(member, watched) {
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
  words.push(text(member.devices.microphone ? (member.devices.muted ? "participant.muted" : "participant.heard") : "participant.noMicrophone"));
  words.push(text(member.devices.camera ? (member.devices.cameraOff ? "participant.cameraOff" : "participant.seen") : "participant.noCamera"));
  return words.join(" · ");
}
