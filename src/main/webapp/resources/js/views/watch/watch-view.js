import { tenthsOf, text } from "../../shared/texts.js";
import { avatar } from "../common/avatar.js";
import { element, icon, part, setAttribute, setIcon, setText } from "../common/dom.js";
import { KeyedList } from "../common/keyed-list.js";

/** The screen of the page for viewing, with its buttons. */
export class WatchScreen {
  video = part("watch-video");
  #screen = part("watch-screen");
  #state = part("watch-state");
  #retry = part("watch-retry");
  #now = part("watch-now");
  #latency = part("watch-latency");
  #sound = part("watch-sound");
  #hear = part("watch-hear");
  #formats = [...part("watch-formats").querySelectorAll("button")];

  /** `actions`: `useFormat(format)`, `retry()`. */
  constructor(actions) {
    this.video.muted = true;
    [this.#sound, this.#hear].forEach((button) => button.addEventListener("click", () => this.#toggleSound()));
    this.video.addEventListener("volumechange", () => this.#showSound());
    part("watch-full").addEventListener("click", () => this.#toggleFull());
    this.#retry.addEventListener("click", actions.retry);
    this.#formats.forEach((button) => button.addEventListener("click", () => actions.useFormat(button.dataset.format)));
    this.#showSound();
  }

  /** `state` names the sentence; `name` is who is shown or waited for, `problem` the server's sentence. */
  show({ state, name, problem }) {
    this.#screen.dataset.state = state;
    setText(this.#now, name ?? "");
    setText(this.#state, state === "playing" ? "" : problem || text(`watch.${state}`, name ?? ""));
    this.#retry.hidden = state !== "failed" && state !== "blocked";
    this.#showSound();
  }

  /** Shows how far the picture is behind, in seconds. */
  showLatency(seconds) {
    const known = seconds !== undefined;
    setText(this.#latency, known ? text("watch.latency", tenthsOf(seconds)) : "");
  }

  /** Marks the format that is played; those not in `possible` cannot be chosen. */
  showFormat(format, possible) {
    for (const button of this.#formats) {
      setAttribute(button, "aria-pressed", String(button.dataset.format === format));
      button.disabled = !possible.includes(button.dataset.format);
    }
  }

  #toggleSound() {
    this.video.muted = !this.video.muted;
    this.video.play().catch(() => undefined);
  }

  #showSound() {
    const { muted } = this.video;
    setIcon(this.#sound.querySelector("svg"), muted ? "sound-off" : "sound");
    setText(this.#sound.querySelector("span"), text(muted ? "watch.soundOn" : "watch.soundOff"));
    this.#hear.hidden = !muted || this.#screen.dataset.state !== "playing";
  }

  #toggleFull() {
    if (document.fullscreenElement) {
      document.exitFullscreen();
    } else if (this.#screen.requestFullscreen) {
      this.#screen.requestFullscreen().catch(() => undefined);
    } else {
      this.video.webkitEnterFullscreen?.(); // iPhones show only the picture itself on the whole screen.
    }
  }
}

/** Who is on air, to choose from. */
export class OnAirList {
  #rows;

  /** `onChoose(id)`: the person wants to see this member. */
  constructor(onChoose) {
    this.#rows = new KeyedList(part("watch-people"), () => new OnAirRow(onChoose));
  }

  /** `shown` is the id of the one on the screen. */
  show(members, shown) {
    part("watch-nobody").hidden = members.length > 0;
    this.#rows.show(members.map((member) => ({ ...member, shown: member.id === shown })));
  }
}

class OnAirRow {
  #id;
  #avatar = element("span", { class: "on-air__avatar" });
  #name = element("span", { class: "on-air__name" });
  #note = element("span", { class: "on-air__note" });
  #button;
  #avatarName;

  constructor(onChoose) {
    const names = element("span", { class: "on-air__names" }, this.#name, this.#note);
    this.#button = element(
      "button",
      { class: "on-air__button", type: "button", on: { click: () => onChoose(this.#id) } },
      this.#avatar,
      names,
      icon("eye"),
    );
    this.element = element("li", { data: { testid: "on-air" } }, this.#button);
  }

  update({ id, name, streams, shown }) {
    this.#id = id;
    if (this.#avatarName !== name) {
      this.#avatarName = name;
      this.#avatar.replaceChildren(avatar({ id, name }, "avatar--small"));
    }
    setText(this.#name, name);
    setText(this.#note, streams.some((stream) => stream.video) ? "" : text("watch.soundOnly"));
    setAttribute(this.#button, "aria-pressed", String(shown));
  }
}
