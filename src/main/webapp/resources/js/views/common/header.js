import { text, textOf } from "../../shared/texts.js";
import { avatar } from "./avatar.js";
import { element, part, setText } from "./dom.js";

/** The page's header: the own name, how the connection is, and where to go. */
export class Header {
  #connection = part("connection");
  #me = part("me");
  /** Pages of a meeting have no navigation. */
  #missed = document.getElementById("missed-calls");

  /** Shows who this browser is. */
  showPerson({ id, name }) {
    if (name) {
      this.#me.replaceChildren(
        avatar({ id, name }, "avatar--small"),
        element("span", { class: "me__name visually-hidden-on-phones", text: name }),
      );
      this.#me.hidden = false;
    }
  }

  /** Shows the state of the connection: "connecting", "open", "lost", "closed". */
  showConnection(state) {
    this.#connection.dataset.state = state;
    setText(this.#connection, text(`connection.${state}`));
  }

  /** Shows how many missed calls the person has not seen. */
  showMissed(count) {
    if (this.#missed) {
      this.#missed.hidden = count === 0;
      const spoken = element("span", { class: "visually-hidden", text: textOf(count, "calls.missed") });
      this.#missed.replaceChildren(
        element("span", { "aria-hidden": "true", text: count > 99 ? "99+" : String(count) }),
        spoken,
      );
    }
  }
}
