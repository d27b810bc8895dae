import { uptime } from "../../shared/clock.js";
import { clockOf } from "../../shared/duration.js";
import { text } from "../../shared/texts.js";
import { avatar } from "../common/avatar.js";
import { part, setText } from "../common/dom.js";

const EVERY = 500;

/** What is special about a call's page: who is waited for, and how long the two have talked. */
export class CallView {
  #ringing = part("ringing");
  #cancel = part("ringing-cancel");
  #add = part("add-person");
  #duration = part("call-duration");
  #since;
  #timer;

  /** `cancel()`: the person gives up what rings. */
  constructor(cancel) {
    this.#cancel.addEventListener("click", cancel);
  }

  /** `state`: "ringing" (it can be cancelled) or "connecting"; with undefined nobody is waited for any more. */
  showWaiting(state, other) {
    this.#ringing.hidden = !state;
    this.#add.hidden = Boolean(state);
    if (state) {
      part("ringing-avatar").replaceChildren(avatar(other));
      setText(part("ringing-name"), other.name);
      setText(part("ringing-state"), text(`call.${state}`));
      this.#ringing.dataset.state = state;
      this.#cancel.hidden = state !== "ringing";
    }
  }

  /** Shows how long ago `since`, a moment of uptime, was, from now on; nothing when it is undefined. */
  showSince(since) {
    if (since !== this.#since) {
      this.#since = since;
      clearInterval(this.#timer);
      this.#timer = since === undefined ? undefined : setInterval(() => this.#showDuration(), EVERY);
      this.#duration.hidden = since === undefined;
      this.#showDuration();
    }
  }

  #showDuration() {
    setText(this.#duration, this.#since === undefined ? "" : clockOf((uptime() - this.#since) / 1000));
  }
}
