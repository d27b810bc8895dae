import { text } from "../../shared/texts.js";
import { element, icon, part, setAttribute, setText } from "../common/dom.js";
import { KeyedList } from "../common/keyed-list.js";
import { toggleFullScreen } from "./full-screen.js";
import { MediaTile } from "./media-tile.js";
import { heldBackWords, shortOf, shortageWords, undecodableWords } from "./member-words.js";

/** The screens that others share, large; the tiles of people give way to a strip beside them. */
export class Screens {
  #list = part("screens");
  #rows;

  /** `onBlocked()`: the sound of a screen needs a click. */
  constructor(onBlocked) {
    this.#rows = new KeyedList(this.#list, (view) => new ScreenTile(view.id, onBlocked));
  }

  /**
   * Shows these, each `{id, name, state, undecodable, decodable, heldBack, shortage}`: whose it is, the state of its
   * connection, and as of lookOf.
   */
  show(views) {
    this.#list.hidden = views.length === 0;
    this.#rows.show(views);
  }

  /** The tile of this member's screen, if it is shown. */
  tile(id) {
    return this.#rows.row(id);
  }

  get tiles() {
    return this.#rows.rows;
  }
}

/** One screen: all of its picture, nothing cropped. */
class ScreenTile extends MediaTile {
  #name = element("span", { class: "tile__name" });
  #status = element("p", { class: "tile__status" });
  #full = element("button", { class: "tile__tool", type: "button" }, icon("full"));

  constructor(member, onBlocked) {
    super({ silent: false, onBlocked });
    this.#full.addEventListener("click", () => toggleFullScreen(this.element));
    const bar = element("div", { class: "tile__bar" }, icon("screen"), this.#name);
    const data = { testid: "screen", member, video: "true" };
    const tools = element("div", { class: "tile__tools" }, this.#full);
    this.element = element("li", { class: "tile tile--screen", data }, this.video, this.#status, bar, tools);
  }

  /** Whose screen it is. */
  get id() {
    return this.element.dataset.member;
  }

  update({ name, state, undecodable, decodable, heldBack, shortage }) {
    this.element.dataset.video = String(!heldBack);
    this.element.dataset.short = shortOf({ shortage });
    setText(this.#name, text("screen.of", name));
    const trouble = undecodable ? undecodableWords({ undecodable, decodable }) : "";
    const missing = heldBackWords({ heldBack }) || shortageWords({ shortage });
    setText(this.#status, trouble || missing || (state === "retrying" ? text("tile.noMedia") : ""));
    const label = text("screen.full", name);
    setAttribute(this.#full, "aria-label", label);
    setAttribute(this.#full, "title", label);
  }
}

/** What the person shares, small, so that nobody forgets it; with a button to stop. */
export class OwnScreen {
  #card = part("own-screen");
  #video = part("own-screen-video");

  constructor(stop) {
    part("own-screen-stop").addEventListener("click", stop);
  }

  /** Shows `track`, a picture's, or nothing. */
  show(track) {
    this.#card.hidden = !track;
    if (this.#video.srcObject?.getVideoTracks()[0] !== track) {
      this.#video.srcObject = track ? new MediaStream([track]) : null;
    }
  }
}
