import { text } from "../../shared/texts.js";
import { element, icon, setAttribute } from "../common/dom.js";

/** What a moderator can do to one person in the list: a button, and what it opens under the row. */
export class ModerationMenu {
  opener;
  panel;
  #buttons = new Map();
  #look;

  /** `onAct(act, look)`: the person chose one of the acts that `update` was told of. */
  constructor(id, onAct) {
    this.panel = element("div", { id: `acts-${id}`, class: "acts", role: "group", hidden: true });
    this.opener = element(
      "button",
      {
        class: "icon-button acts-opener",
        type: "button",
        hidden: true,
        "aria-expanded": "false",
        "aria-controls": this.panel.id,
      },
      icon("more"),
    );
    this.opener.addEventListener("click", () => this.#toggle(this.panel.hidden));
    this.panel.addEventListener("keydown", (event) => {
      if (event.key === "Escape") {
        event.stopPropagation();
        this.#toggle(false);
        this.opener.focus();
      }
    });
    this.panel.addEventListener("click", ({ target }) => {
      const act = target.closest("button")?.dataset.act;
      if (act) {
        this.#toggle(false);
        this.opener.focus();
        onAct(act, this.#look);
      }
    });
  }

  /** Shows what can be done to this person now: the `acts` of the look. */
  update(look) {
    const { acts = [], name } = look;
    this.#look = look;
    setAttribute(this.opener, "hidden", acts.length === 0);
    setAttribute(this.opener, "aria-label", text("acts.of", name));
    setAttribute(this.opener, "title", text("acts.of", name));
    setAttribute(this.panel, "aria-label", text("acts.of", name));
    if (acts.length === 0) {
      this.#toggle(false);
    }
    const wanted = acts.map((act) => this.#button(act));
    wanted.forEach((button) => setAttribute(button, "aria-label", text(`acts.${button.dataset.act}.named`, name)));
    if (wanted.length !== this.panel.children.length || wanted.some((one, i) => this.panel.children[i] !== one)) {
      this.panel.replaceChildren(...wanted);
    }
  }

  #button(act) {
    if (!this.#buttons.has(act)) {
      const looks = act === "remove" || act === "ban" ? "button button--small button--danger" : "button button--small";
      const made = element("button", { class: looks, type: "button", text: text(`acts.${act}`), data: { act } });
      this.#buttons.set(act, made);
    }
    return this.#buttons.get(act);
  }

  #toggle(open) {
    this.panel.hidden = !open;
    this.opener.setAttribute("aria-expanded", String(open));
  }
}
