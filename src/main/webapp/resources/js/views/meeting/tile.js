import { text } from "../../shared/texts.js";
import { avatar } from "../common/avatar.js";
import { element, icon, setAttribute, setText } from "../common/dom.js";
import { GestureSigns } from "./gesture-signs.js";
import { MediaTile } from "./media-tile.js";
import { nameOf, pictureWords, shortOf } from "./member-words.js";
import { QualityBars } from "./quality-bars.js";
import { WatchButton } from "./watch-button.js";

/** One person, or device, on the stage. It shows a look, as of lookOf; sound and picture are set apart. */
export class Tile extends MediaTile {
  #name = element("span", { class: "tile__name" });
  #muted = icon("mic-off");
  #signs = new GestureSigns();
  /** The frame around the tile, in words. */
  #speaking = element("span", { class: "visually-hidden" });
  #status = element("p", { class: "tile__status" });
  /** Where a picture that this browser cannot show can be seen all the same. */
  #elsewhere = element("a", { class: "tile__elsewhere", target: "_blank", text: text("tile.elsewhere"), hidden: true });
  #watch;
  #pin;
  #quality;
  #reached;

  /**
   * The own tile is mirrored and silent. `onWatch()`, `onPin()` and `onDetails()`: the buttons; `onBlocked()`: sound
   * needs a click.
   */
  constructor({ own, ...member }, { onWatch, onPin, onDetails, onBlocked }) {
    super({ silent: own, onBlocked });
    this.#muted.classList.add("tile__muted");
    this.#watch = own ? undefined : new WatchButton("tile__tool tile__watch", onWatch);
    this.#pin = element("button", { class: "tile__tool tile__pin", type: "button", on: { click: onPin } }, icon("pin"));
    const tools = element("div", { class: "tile__tools" }, this.#pin, this.#watch?.element);
    this.#quality = new QualityBars(onDetails);
    const signs = this.#signs.element;
    const bar = element(
      "div",
      { class: "tile__bar" },
      signs,
      this.#muted,
      this.#name,
      this.#speaking,
      this.#quality.element,
    );
    this.element = element(
      "li",
      { class: `tile${own ? " tile--own" : ""}`, data: { testid: "tile", member: member.id, kind: member.kind } },
      avatar(member, "tile__avatar"),
      this.video,
      this.#status,
      this.#elsewhere,
      this.#signs.reaction,
      bar,
      this.#quality.tip,
      tools,
    );
  }

  /** Whose tile it is. */
  get id() {
    return this.element.dataset.member;
  }

  /** Whether Tab comes to its buttons. */
  reachable(reached) {
    if (this.#reached === reached) {
      return;
    }
    this.#reached = reached;
    this.element.querySelectorAll("a, button").forEach((one) => (one.tabIndex = reached ? 0 : -1));
  }

  /** Gives its first button the focus. */
  focus() {
    const buttons = [this.#pin, ...this.element.querySelectorAll("button")];
    buttons.find(({ offsetParent }) => offsetParent)?.focus();
  }

  /** KeyedList's row: everything a tile shows comes in one object. */
  update(look) {
    setText(this.#name, nameOf(look));
    setText(this.#status, pictureWords(look));
    setAttribute(this.#elsewhere, "href", look.elsewhere);
    setAttribute(this.#elsewhere, "hidden", !look.elsewhere);
    setAttribute(this.#elsewhere, "aria-label", text("tile.elsewhereOf", look.name));
    this.element.dataset.undecodable = look.undecodable ?? "";
    this.element.dataset.connected = String(look.connected);
    this.element.dataset.watched = String(look.watched);
    this.element.dataset.video = String(look.showsVideo);
    this.element.dataset.short = shortOf(look);
    this.element.dataset.speaking = String(look.speaking);
    setText(this.#speaking, look.speaking ? text("tile.speaking") : "");
    setAttribute(this.#muted, "hidden", !look.silent);
    this.#signs.update(look);
    this.#watch?.show(look);
    this.#showPin(look);
    this.#quality.show(look);
  }

  #showPin({ name, own, pinned = false, pinnable = false }) {
    const label = own ? text("tile.pinSelf") : text("tile.pin", name);
    this.element.dataset.pinned = String(pinned);
    setAttribute(this.#pin, "hidden", !pinnable);
    setAttribute(this.#pin, "aria-pressed", String(pinned));
    setAttribute(this.#pin, "aria-label", label);
    setAttribute(this.#pin, "title", `${label} (P)`);
  }
}
