import { text } from "../../shared/texts.js";
import { element, setText } from "../common/dom.js";

/** One account in the administrators' list, with what can be done about it behind "Change". */
export class AccountRow {
  #acts;
  #account;
  #name = element("strong", {});
  #login = element("p", { class: "field__hint" });
  #marks = element("span", { class: "one-account__marks" });
  #groups;
  #buttons = element("div", { class: "account__actions" });
  #problem = element("p", { class: "field__problem", role: "alert", hidden: true });

  /** `acts` has `change(account, change)`, `reset(account)`, `remove(account)`; each answers a sentence if refused. */
  constructor(account, acts) {
    this.#acts = acts;
    const id = `groups-${account.id}`;
    this.#groups = element("input", { id, type: "text", autocomplete: "off", dir: "auto" });
    this.element = element(
      "li",
      { class: "card one-account", data: { testid: "account", login: account.login } },
      element(
        "div",
        { class: "one-account__head" },
        element("div", { class: "one-account__who" }, this.#name, this.#login),
        this.#marks,
      ),
      this.#more(id, account),
    );
    this.update(account);
  }

  update(account) {
    this.#account = account;
    setText(this.#name, account.name);
    setText(this.#login, [account.login, ...account.groups].join(" · "));
    this.#marks.replaceChildren(
      ...["administrator", "blocked", "invited", "outside"]
        .filter((mark) => account[mark])
        .map((mark) => element("span", { class: `mark mark--${mark}`, text: text(`accounts.mark.${mark}`) })),
    );
    if (document.activeElement !== this.#groups) {
      this.#groups.value = account.groups.join(", ");
    }
    this.#buttons.replaceChildren(...this.#acting(account));
  }

  #more(id, account) {
    const save = element("button", { class: "button", type: "submit", text: text("accounts.groups.save") });
    const form = element(
      "form",
      { class: "field", on: { submit: (event) => this.#saveGroups(event) } },
      element("label", { for: id, text: text("accounts.groups") }),
      element("div", { class: "field__row" }, this.#groups, save),
    );
    return element(
      "details",
      { class: "one-account__more" },
      element("summary", { text: text("accounts.change"), "aria-label": text("accounts.changeOf", account.name) }),
      form,
      this.#buttons,
      this.#problem,
    );
  }

  #acting(account) {
    const { administrator, byGroup, blocked, outside } = account;
    return [
      !byGroup &&
        this.#button(administrator ? "accounts.noAdministrator" : "accounts.makeAdministrator", () =>
          this.#acts.change(account, { administrator: !administrator }),
        ),
      this.#button(blocked ? "accounts.unblock" : "accounts.block", () =>
        this.#acts.change(account, { blocked: !blocked }),
      ),
      !outside && this.#button("accounts.reset", () => this.#acts.reset(account)),
      this.#button("accounts.remove", () => this.#acts.remove(account)),
    ].filter(Boolean);
  }

  #button(key, act) {
    return element("button", {
      class: "button button--small",
      type: "button",
      text: text(key),
      on: { click: () => this.#do(act) },
    });
  }

  #saveGroups(event) {
    event.preventDefault();
    const groups = this.#groups.value.split(",").map((group) => group.trim());
    this.#do(() => this.#acts.change(this.#account, { groups: groups.filter(Boolean) }));
  }

  async #do(act) {
    const sentence = (await act().catch(() => text("account.unreachable"))) ?? "";
    setText(this.#problem, sentence);
    this.#problem.hidden = sentence === "";
  }
}
