import { browserOf } from "../../shared/browsers.js";
import { text, timeOf } from "../../shared/texts.js";
import { element, part } from "../common/dom.js";

/** Where the person is logged in. */
export class LoginList {
  #list = part("logins");

  /** Shows these; `onEnd(login)` ends one. */
  show(logins, onEnd) {
    this.#list.replaceChildren(...logins.map((login) => this.#row(login, onEnd)));
  }

  #row(login, onEnd) {
    const browser = browserOf(login.browser) || text("account.login.unknown");
    const seen = text("account.login.seen", timeOf(new Date(login.seen)), login.address);
    const end = element("button", {
      class: "button button--small",
      type: "button",
      text: text("account.login.end"),
      "aria-label": text("account.login.endOf", browser),
      on: { click: () => onEnd(login) },
    });
    return element(
      "li",
      { class: "login", data: { testid: "login" } },
      element(
        "div",
        { class: "login__what" },
        element("strong", { text: browser }),
        element("p", { class: "field__hint", text: seen }),
      ),
      login.own ? element("span", { class: "mark", text: text("account.login.own") }) : end,
    );
  }
}
