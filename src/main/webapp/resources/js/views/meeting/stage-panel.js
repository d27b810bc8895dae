import { text } from "../../shared/texts.js";
import { element, part, setAttribute, setText } from "../common/dom.js";
import { KeyedList } from "../common/keyed-list.js";

/** States in which the person may begin to share by the large button. */
const OFFERED = new Set(["free", "yours"]);

/** Who shares, and everything that one can do about it. */
export class StagePanel {
  #screen = part("screen");
  #title = part("screen-title");
  #cover = part("screen-cover");
  #coverTitle = part("stage-title");
  #coverHint = part("stage-hint");
  #share = part("stage-share");
  #later = part("stage-later");
  #ask = part("stage-ask");
  #takeBack = part("stage-take-back");
  #mode = part("screen-mode");
  #requests;
  #shown;

  /**
   * `actions`: `share()`, `giveBack()`, `ask()`, `withdraw()`, `takeBack()`, `grant(id)`, `decline(id)`,
   * `useMode(mode)`.
   */
  constructor(actions) {
    this.#requests = new KeyedList(part("stage-requests"), () => new RequestRow(actions));
    this.#share.addEventListener("click", actions.share);
    this.#later.addEventListener("click", actions.giveBack);
    this.#ask.addEventListener("click", () => (this.#shown.asked ? actions.withdraw() : actions.ask()));
    this.#takeBack.addEventListener("click", actions.takeBack);
    this.#mode.addEventListener("change", (event) => actions.useMode(event.target.value));
  }

  /**
   * `view` as of stageState, with `canShare` (this browser can), `trouble` (why the screen that is shown does not
   * arrive, a sentence or "") and `hint` (what to say instead of the usual hint).
   */
  show(view) {
    this.#shown = view;
    const { state, asked, canShare } = view;
    const name = view.holder?.name ?? "";
    this.#screen.dataset.state = state;
    setText(this.#title, text(`stage.${state}`, name));
    this.#showCover(view, name);
    this.#share.hidden = !canShare || !OFFERED.has(state);
    this.#later.hidden = state !== "yours";
    this.#ask.hidden = !canShare || !(asked || view.mayAsk);
    setText(this.#ask.querySelector("span"), text(asked ? "stage.withdraw" : "stage.ask"));
    setAttribute(this.#ask, "aria-pressed", String(asked));
    this.#takeBack.hidden = !view.mayTakeBack;
    this.#mode.hidden = !canShare || !(OFFERED.has(state) || state === "sharing");
    this.#requests.show(view.requests);
  }

  /** Marks how the own screen is shared. */
  showMode(mode) {
    this.#mode.querySelector(`input[value="${mode}"]`).checked = true;
  }

  /** Brings the person to the button that shares. */
  focusShare() {
    this.#share.focus();
  }

  #showCover({ state, canShare, trouble, hint }, name) {
    const unable = !canShare && OFFERED.has(state);
    const key = unable ? "unable" : state;
    const shown = state === "shown";
    this.#cover.hidden = (shown && trouble === "") || state === "sharing";
    if (this.#cover.hidden) {
      return;
    }
    setText(this.#coverTitle, text(`stage.title.${unable ? "free" : state}`, name));
    setText(this.#coverHint, (shown && trouble) || hint || text(`stage.hint.${key}`, name));
  }
}

/** One who would like to share next. */
class RequestRow {
  element;
  #id;
  #sentence = element("p");
  #grant;
  #decline;

  constructor({ grant, decline }) {
    this.#grant = element("button", {
      class: "button button--small button--primary",
      type: "button",
      text: text("stage.grant"),
      on: { click: () => grant(this.#id) },
    });
    this.#decline = element("button", {
      class: "button button--small",
      type: "button",
      text: text("stage.decline"),
      on: { click: () => decline(this.#id) },
    });
    this.element = element(
      "li",
      { class: "stage-request", data: { testid: "stage-request" } },
      this.#sentence,
      this.#grant,
      this.#decline,
    );
  }

  update({ id, name }) {
    this.#id = id;
    setText(this.#sentence, text("stage.wants", name));
    setAttribute(this.#grant, "aria-label", text("stage.grantTo", name));
    setAttribute(this.#decline, "aria-label", text("stage.declineTo", name));
  }
}
