import { text } from "../shared/texts.js";
import { avatar } from "./avatar.js";
import { element, icon, setAttribute, setIcon, setText } from "./dom.js";

/**
 * One person, or device, on the stage. What it shows follows from `{member, own, watched, state, hasVideo}`; sound and
 * picture are set apart, so that a blocked sound never stops a picture.
 */
export class Tile {
  element;
  #video = element("video", { class: "tile__video", playsinline: true, autoplay: true, muted: true, "aria-hidden": "true" });
  #audio;
  #name = element("span", { class: "tile__name" });
  #muted = icon("mic-off");
  #status = element("p", { class: "tile__status" });
  #watch;
  #onBlocked;

  /** `own`: the own tile, mirrored and silent. `onWatch()`: the watch button; `onBlocked(again)`: sound needs a click. */
  constructor(member, { own, onWatch, onBlocked }) {
    this.#onBlocked = onBlocked;
    this.#video.muted = true;
    this.#muted.classList.add("tile__muted");
    this.#video.addEventListener("loadeddata", () => (this.element.dataset.frames = "true"));
    this.#video.addEventListener("emptied", () => (this.element.dataset.frames = "false"));
    this.#audio = own ? undefined : element("audio", { autoplay: true });
    this.#watch = own ? undefined : element("button", { class: "tile__watch", type: "button", on: { click: onWatch } }, icon("eye"));
    const bar = element("div", { class: "tile__bar" }, this.#muted, this.#name);
    this.element = element(
      "li",
      { class: `tile${own ? " tile--own" : ""}`, data: { testid: "tile", member: member.id, kind: member.kind ?? "person" } },
      avatar(member, "tile__avatar"), this.#video, this.#audio, this.#status, bar, this.#watch,
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
    setAttribute(this.#muted, "hidden", !silent(member));
    if (this.#watch) {
      const label = text(watched ? "tile.unwatch" : "tile.watch", member.name);
      setAttribute(this.#watch, "aria-label", label);
      setAttribute(this.#watch, "title", label);
      setIcon(this.#watch.firstElementChild, watched ? "eye" : "eye-off");
    }
  }

  /** Shows `stream`'s picture, or none. */
  showVideo(stream) {
    if (this.#video.srcObject !== (stream ?? null)) {
      this.#video.srcObject = stream ?? null;
      if (stream) {
        this.#video.play().catch(() => undefined);
      }
    }
  }

  /** Plays `stream`'s sound on `speaker` (a device id, "" for the system's), or none. */
  playAudio(stream, speaker) {
    if (this.#audio && this.#audio.srcObject !== (stream ?? null)) {
      this.#audio.srcObject = stream ?? null;
      if (stream) {
        this.useSpeaker(speaker);
        this.hear();
      }
    }
  }

  /** Sends the sound to another output. */
  useSpeaker(speaker) {
    if (this.#audio?.setSinkId && this.#audio.sinkId !== speaker) {
      this.#audio.setSinkId(speaker).catch((error) => console.warn("the chosen speaker is not there", error));
    }
  }

  /** Starts the sound; a browser that wants a click first is told of by `onBlocked`. */
  hear() {
    if (this.#audio?.srcObject) {
      this.#audio.play().catch((error) => error.name === "NotAllowedError" && this.#onBlocked());
    }
  }

  remove() {
    this.showVideo(undefined);
    this.playAudio(undefined, "");
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
