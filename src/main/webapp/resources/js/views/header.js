import { text } from "../shared/texts.js";
import { avatar } from "./avatar.js";
import { element, part, setText } from "./dom.js";

/** The page's header: the own name, and how the connection is. */
export class Header {
  #connection = part("connection");
  #me = part("me");

  /** Shows who this browser is. */
  showPerson({ id, name }) {
    if (name) {
      this.#me.replaceChildren(avatar({ id, name }, "avatar--small"), element("span", { class: "me__name", text: name }));
      this.#me.hidden = false;
    }
  }

  /** Shows the state of the connection: "connecting", "open", "lost", "closed". */
  showConnection(state) {
    this.#connection.dataset.state = state;
    setText(this.#connection, text(`connection.${state}`));
  }
}
