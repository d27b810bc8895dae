import { text } from "../../shared/texts.js";
import { avatar } from "../common/avatar.js";
import { element, icon, setAttribute, setIcon, setText } from "../common/dom.js";
import { MediaTile } from "./media-tile.js";

/**
 * One person, or device, on the stage. What it shows follows from `{member, own, watched, state, showsVideo, speaking}`;
 * sound and picture are set apart.
 */
export class Tile extends MediaTile {
  #name = element("span", { class: "tile__name" });
  #muted = icon("mic-off");
  /** The frame around the tile, in words. */
  #speaking = element("span", { class: "visually-hidden" });
  #status = element("p", { class: "tile__status" });
  #watch;

  /** `own`: the own tile, mirrored and silent. `onWatch()`: the watch button; `onBlocked()`: sound needs a click. */
  constructor(member, { own, onWatch, onBlocked }) {
    super({ silent: own, onBlocked });
    this.#muted.classList.add("tile__muted");
    this.#watch = own ? undefined : element("button", { class: "tile__watch", type: "button", on: { click: onWatch } }, icon("eye"));
    const bar = element("div", { class: "tile__bar" }, this.#muted, this.#name, this.#speaking);
    this.element = element(
      "li",
      { class: `tile${own ? " tile--own" : ""}`, data: { testid: "tile", member: member.id, kind: member.kind ?? "person" } },
      avatar(member, "tile__avatar"), this.video, this.#status, bar, this.#watch,
    );
  }

  /** KeyedList's row: everything a tile shows comes in one object. */
  update(view) {
    const { member, own, watched } = view;
    setText(this.#name, own ? text("tile.you", member.name) : member.name);
    setText(this.#status, statusOf(view));
    this.element.dataset.connected = String(member.connected);
    this.element.dataset.watched = String(watched);
    this.element.dataset.video = String(view.showsVideo);
    this.element.dataset.speaking = String(view.speaking);
    setText(this.#speaking, view.speaking ? text("tile.speaking") : "");
    setAttribute(this.#muted, "hidden", !silent(member));
    if (this.#watch) {
      const label = text(watched ? "tile.unwatch" : "tile.watch", member.name);
      setAttribute(this.#watch, "aria-label", label);
      setAttribute(this.#watch, "title", label);
      setIcon(this.#watch.firstElementChild, watched ? "eye" : "eye-off");
    }
  }
}

/** Whether this member is a camera or another device, which nobody mutes or switches off here. */
export function isDevice({ kind }) {
  return kind === "device";
}

/** Whether nobody can hear this person: switched off, or no microphone at all. */
export function silent(member) {
  return !isDevice(member) && (Boolean(member.devices.muted) || !member.devices.microphone);
}

/** Whether nobody can see this person. */
export function dark(member) {
  return !isDevice(member) && (Boolean(member.devices.cameraOff) || !member.devices.camera);
}

/** Whether a device sends what no browser can be passed. */
function unshowable({ streams }) {
  return streams.some(({ codec }) => codec === "H265");
}

/** The one line that explains what cannot be seen. */
function statusOf({ member, own, watched, state }) {
  if (!member.connected) {
    return text("tile.reconnecting");
  }
  if (!watched) {
    return text("tile.notWatching");
  }
  if (isDevice(member) && unshowable(member)) {
    return text("tile.h265");
  }
  if (state === "retrying") {
    return text(own ? "tile.notSending" : "tile.noMedia");
  }
  if (isDevice(member)) {
    return member.streams.some(({ video }) => video) ? "" : text("tile.soundOnly");
  }
  if (!member.devices.camera) {
    return text(member.devices.microphone ? "tile.noCamera" : "tile.noDevices");
  }
  return member.devices.cameraOff ? text("tile.cameraOff") : "";
}
