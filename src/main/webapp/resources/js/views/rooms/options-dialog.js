import { compareNames, text } from "../../shared/texts.js";
import { element, part, setText } from "../common/dom.js";
import { GuestLinks } from "./guest-links.js";
import { OptionPeople } from "./option-people.js";

const FLAGS = ["lobby", "locked", "hidden"];
const FLOOR = ["share", "speak", "camera"];

/** The dialog in which a room's moderators decide about it (includes/room-options.xhtml). */
export class OptionsDialog {
  #dialog = part("room-options");
  #form = part("room-options-form");
  #problem = part("options-problem");
  #add = part("options-add-member");
  #members = new OptionPeople(part("options-member-list"), () => this.#offer());
  #moderators;
  #guests = new GuestLinks({
    make: (minutes, once) => this.#actions.makeLink(minutes, once),
    revoke: (link) => this.#actions.revokeLink(link),
  });
  #people = [];
  #actions;

  constructor() {
    this.#moderators = new OptionPeople(part("options-moderator-list"), (person) => this.#dismiss(person));
    this.#form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.#save();
    });
    this.#form.addEventListener("change", ({ target }) => target.name === "access" && this.#showAccess());
    this.#add.addEventListener("change", () => this.#addMember());
    for (const id of ["room-options-close", "options-cancel"]) {
      part(id).addEventListener("click", () => this.#dialog.close());
    }
  }

  /**
   * Opens with the `options` of the room of this name, as of `room-options`. `people`: who is online, each {id, name};
   * `owns`: the person may dismiss moderators. `actions`: `save(options)` and `dismiss(person)`, whose promises answer
   * a sentence when they were refused; `makeLink(minutes, once)` and `revokeLink(link)` as of signal/guest-links.js.
   */
  open(name, options, { people, owns }, actions) {
    this.#actions = actions;
    this.#people = people;
    setText(part("room-options-title"), text("options.title", name));
    this.#form.elements.namedItem("access").value = options.access;
    FLAGS.forEach((flag) => (part(`options-${flag}`).checked = options[flag]));
    FLOOR.forEach((what) => (part(`options-${what}`).checked = options[what] === "moderators"));
    part("options-delete").value = options.delete;
    part("options-most").value = options.most ?? "";
    part("options-idle").value = options.idle ?? "";
    part("options-message-days").value = options.messageDays || "";
    part("options-ends").value = options.ends ? localTime(new Date(options.ends)) : "";
    part("options-groups").value = options.groups.join("\n");
    part("options-password-text").value = "";
    setText(part("options-password-hint"), text(options.hasPassword ? "options.keep" : "options.choose"));
    this.#members.show(options.members);
    this.#moderators.show(options.moderators);
    part("options-invite").checked = options.invite === "moderators";
    part("options-inviting").hidden = !owns;
    this.#guests.offered = invites(options, owns);
    part("options-moderators").hidden = !owns || options.moderators.length === 0;
    this.#offer();
    this.#showAccess();
    this.#show("");
    this.#dialog.showModal();
  }

  /** Whether it is open. */
  get isOpen() {
    return this.#dialog.open;
  }

  /** Shows the room's guest links. */
  showLinks(links) {
    this.#guests.show(links);
  }

  /** Closes it: there is no such room any more, or it is not the person's to decide. */
  close() {
    this.#dialog.close();
  }

  #showAccess() {
    const { value } = this.#form.elements.namedItem("access");
    part("options-members").hidden = value !== "members";
    part("options-password").hidden = value !== "password";
  }

  /** Who could be added: whoever is online and not on the list. */
  #offer() {
    const listed = new Set(this.#members.people.map(({ id }) => id));
    const others = this.#people.filter(({ id }) => !listed.has(id)).sort((a, b) => compareNames(a.name, b.name));
    const first = element("option", { value: "", text: text(others.length > 0 ? "options.add" : "options.addNobody") });
    this.#add.replaceChildren(first, ...others.map(({ id, name }) => element("option", { value: id, text: name })));
    this.#add.disabled = others.length === 0;
  }

  #addMember() {
    const person = this.#people.find(({ id }) => id === this.#add.value);
    if (person) {
      this.#members.show([...this.#members.people, { id: person.id, name: person.name }]);
      this.#offer();
    }
  }

  get #wanted() {
    const number = (id) => (part(id).value === "" ? undefined : Math.trunc(Number(part(id).value)));
    const ends = part("options-ends").value;
    const password = part("options-password-text").value;
    const access = this.#form.elements.namedItem("access").value;
    return {
      access,
      password: access === "password" && password !== "" ? password : undefined,
      members: this.#members.people.map(({ id }) => id),
      groups: part("options-groups")
        .value.split("\n")
        .map((group) => group.trim())
        .filter(Boolean),
      ...Object.fromEntries(FLAGS.map((flag) => [flag, part(`options-${flag}`).checked])),
      ...Object.fromEntries(FLOOR.map((what) => [what, part(`options-${what}`).checked ? "moderators" : "everybody"])),
      most: number("options-most"),
      idle: number("options-idle"),
      messageDays: number("options-message-days"),
      ends: ends ? new Date(ends).toISOString() : undefined,
      delete: part("options-delete").value,
      invite: part("options-invite").checked ? "moderators" : "owner",
    };
  }

  async #save() {
    const problem = await this.#actions.save(this.#wanted);
    this.#show(problem);
    if (!problem) {
      this.#dialog.close();
    }
  }

  async #dismiss(person) {
    this.#show(await this.#actions.dismiss(person));
  }

  #show(sentence = "") {
    setText(this.#problem, sentence);
    this.#problem.hidden = sentence === "";
  }
}

/** Whether a moderator, who may own the room, may make guest links. */
export const invites = (options, owns) => owns || options.invite === "moderators";

/** As a field of local time has it. */
function localTime(date) {
  const local = new Date(date.getTime() - date.getTimezoneOffset() * 60_000);
  return local.toISOString().slice(0, 16);
}
