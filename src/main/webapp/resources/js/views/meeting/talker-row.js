import { text } from "../../shared/texts.js";
import { avatar } from "../common/avatar.js";
import { element, icon, setAttribute, setIcon, setText } from "../common/dom.js";
import { soundOf } from "./participants.js";
import { isDevice, silent } from "./tile.js";

/** Whose voice was not heard for so many milliseconds although they speak: it does not arrive. */
const LOST_AFTER = 1_500;

/** One person in the list of a room whose people are heard: whether they speak, how loud, and how loud for me. */
export class TalkerRow {
  element;
  #member;
  #avatar = element("span", { class: "talker__avatar" });
  #name = element("span", { class: "participant__name" });
  #state = element("span", { class: "participant__state" });
  #level = element("span", { class: "talker__level", "aria-hidden": "true" });
  #lost = element("span", { class: "participant__state talker__lost" });
  #microphone = icon("mic");
  #volume;
  #own;
  #speaksSince;
  #heard = 0;

  /** `onVolume(id, {volume} or {muted})`: how loud this person shall be. */
  constructor({ member, own }, onVolume) {
    const names = element("span", { class: "participant__names" }, this.#name, this.#state, this.#lost, this.#level);
    const parts = [this.#avatar, names, this.#microphone];
    this.#own = own;
    this.#volume = own ? undefined : new VolumeChoice(member.id, (changes) => onVolume(member.id, changes));
    const data = { testid: "participant", member: member.id };
    this.element = element("li", { class: "participant talker", data }, ...parts, this.#volume?.opener, this.#volume?.panel);
  }

  /** Whose row it is. */
  get id() {
    return this.element.dataset.member;
  }

  /** KeyedList's row: `{member, own, speaking, sharing, volume}`. */
  update({ member, own, speaking, sharing, volume }) {
    if (this.#member?.name !== member.name) {
      this.#avatar.replaceChildren(avatar(member, "avatar--small"));
    }
    this.#member = member;
    setText(this.#name, own ? text("tile.you", member.name) : member.name);
    setText(this.#state, wordsOf({ member, speaking, sharing, volume }).join(" · "));
    this.#speaksSince = speaking ? (this.#speaksSince ?? Date.now()) : undefined;
    this.element.dataset.speaking = String(speaking);
    this.element.dataset.connected = String(member.connected);
    setAttribute(this.#microphone, "hidden", isDevice(member));
    setIcon(this.#microphone, silent(member) ? "mic-off" : "mic");
    this.#volume?.show(member.name, volume);
  }

  /** Shows how loud the voice arrives now, 0 to 1, and says so when none does although it should. */
  showLevel(level, now = Date.now()) {
    this.#heard = level > 0 ? now : this.#heard;
    const lost = !this.#own && this.#speaksSince !== undefined && now - Math.max(this.#speaksSince, this.#heard) > LOST_AFTER;
    this.#level.style.setProperty("--level", level.toFixed(2));
    this.element.dataset.received = String(level > 0);
    setText(this.#lost, lost ? text("talker.lost") : "");
  }
}

/** How loud one person is for me: a button, and what it opens under the row. */
class VolumeChoice {
  opener;
  panel;
  #slider;
  #mute;
  #label;

  constructor(id, onChange) {
    const panel = `volume-${id}`;
    const change = () => onChange({ volume: Number(this.#slider.value) / 100 });
    this.#slider = element("input", { id: `${panel}-slider`, type: "range", min: "0", max: "100", step: "5", on: { input: change } });
    this.#mute = element("input", { type: "checkbox", role: "switch", on: { change: () => onChange({ muted: this.#mute.checked }) } });
    this.#label = element("label", { for: this.#slider.id });
    this.opener = element("button", { class: "icon-button", type: "button", "aria-expanded": "false", "aria-controls": panel }, icon("sound"));
    this.opener.addEventListener("click", () => this.#toggle());
    const mute = element("label", { class: "switch" }, this.#mute, element("span", { text: text("talker.muteForMe") }));
    this.panel = element("div", { id: panel, class: "talker__volume", hidden: true }, this.#label, this.#slider, mute);
  }

  show(name, { volume, muted }) {
    this.#slider.value = String(Math.round(volume * 100));
    this.#slider.disabled = muted;
    this.#mute.checked = muted;
    setText(this.#label, text("talker.volume", name));
    setAttribute(this.opener, "aria-label", text("talker.volumeOf", name));
    setAttribute(this.opener, "title", text("talker.volumeOf", name));
    setIcon(this.opener.firstElementChild, muted ? "sound-off" : "sound");
  }

  #toggle() {
    this.panel.hidden = !this.panel.hidden;
    this.opener.setAttribute("aria-expanded", String(!this.panel.hidden));
  }
}

/** What the row shows, in words. */
function wordsOf({ member, speaking, sharing, volume }) {
  if (!member.connected) {
    return [text("tile.reconnecting")];
  }
  const sound = isDevice(member) ? text(member.devices.microphone ? "participant.deviceHeard" : "participant.device") : soundOf(member, speaking);
  return [sharing && text("talker.sharing"), sound, volume?.muted && text("talker.mutedForMe")].filter(Boolean);
}
