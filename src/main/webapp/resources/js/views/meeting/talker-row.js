import { uptime } from "../../shared/clock.js";
import { text } from "../../shared/texts.js";
import { avatar } from "../common/avatar.js";
import { element, icon, setAttribute, setIcon, setText } from "../common/dom.js";
import { HandMark } from "./hand-mark.js";
import { nameOf, voiceWords } from "./member-words.js";
import { ModerationMenu } from "./moderation-menu.js";

/** Of whom nothing came for so many milliseconds although they speak: the voice does not arrive. */
const LOST_AFTER = 1_500;

/** One person in the list of a room whose people are heard: whether they speak, how loud, and how loud for me. */
export class TalkerRow {
  element;
  #shownName;
  #avatar = element("span", { class: "talker__avatar" });
  #name = element("span", { class: "participant__name" });
  #state = element("span", { class: "participant__state" });
  #level = element("span", { class: "talker__level", "aria-hidden": "true" });
  #lost = element("span", { class: "participant__state talker__lost" });
  #hand = new HandMark("participant__hand");
  #microphone = icon("mic");
  #volume;
  #own;
  #menu;
  #speaksSince;
  #came = 0;

  /** `onVolume(id, {volume} or {muted})`: how loud this person shall be; `onAct(act, look)`: moderates. */
  constructor({ id, own }, onVolume, onAct) {
    this.#menu = new ModerationMenu(id, onAct);
    const names = element("span", { class: "participant__names" }, this.#name, this.#state, this.#lost, this.#level);
    const parts = [this.#avatar, names, this.#hand.element, this.#microphone];
    this.#own = own;
    this.#volume = own ? undefined : new VolumeChoice(id, (changes) => onVolume(id, changes));
    const data = { testid: "participant", member: id };
    this.element = element(
      "li",
      { class: "participant talker", data },
      ...parts,
      this.#volume?.opener,
      this.#menu.opener,
      this.#volume?.panel,
      this.#menu.panel,
    );
  }

  /** Whose row it is. */
  get id() {
    return this.element.dataset.member;
  }

  /** KeyedList's row: a look, as of lookOf, with the `volume` of this person for me. */
  update(look) {
    if (this.#shownName !== look.name) {
      this.#shownName = look.name;
      this.#avatar.replaceChildren(avatar(look, "avatar--small"));
    }
    setText(this.#name, nameOf(look));
    setText(this.#state, voiceWords(look));
    this.#speaksSince = look.speaking ? (this.#speaksSince ?? uptime()) : undefined;
    this.element.dataset.speaking = String(look.speaking);
    this.element.dataset.connected = String(look.connected);
    this.#hand.show(look.hand);
    setAttribute(this.#microphone, "hidden", look.device);
    setIcon(this.#microphone, look.silent ? "mic-off" : "mic");
    this.#volume?.show(look.name, look.volume);
    this.#menu.update(look);
  }

  /** Shows how loud the voice is now, 0 to 1, and says so when nothing of it `arrives` although it should. */
  showLevel(level, arrives, now = uptime()) {
    this.#came = arrives ? now : this.#came;
    const lost =
      !this.#own && this.#speaksSince !== undefined && now - Math.max(this.#speaksSince, this.#came) > LOST_AFTER;
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
    this.#slider = element("input", {
      id: `${panel}-slider`,
      type: "range",
      min: "0",
      max: "100",
      step: "5",
      on: { input: change },
    });
    this.#mute = element("input", {
      type: "checkbox",
      role: "switch",
      on: { change: () => onChange({ muted: this.#mute.checked }) },
    });
    this.#label = element("label", { for: this.#slider.id });
    this.opener = element(
      "button",
      { class: "icon-button", type: "button", "aria-expanded": "false", "aria-controls": panel },
      icon("sound"),
    );
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
