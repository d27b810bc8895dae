import { text, textOf, timeOf } from "../../shared/texts.js";
import { element, icon, part, setAttribute, setText } from "../common/dom.js";
import { KeyedList } from "../common/keyed-list.js";

const HOUR = 60;
/** What is offered, in minutes, as far as the site permits it. */
const TIMES = [HOUR, 4 * HOUR, 24 * HOUR, 7 * 24 * HOUR, 30 * 24 * HOUR];

/** The part of a room's options that shows its guest links, and makes more (includes/room-options.xhtml). */
export class GuestLinks {
  #acts;
  #list = new KeyedList(part("guest-link-list"), () => new LinkRow((link) => this.#revoke(link)));
  #time = part("guest-link-time");
  #new = part("guest-link-new");
  #address = part("guest-link-address");

  /** `acts`: `make(minutes, once)` and `revoke(link)`, both as of signal/guest-links.js. */
  constructor(acts) {
    this.#acts = acts;
    this.#new.addEventListener("click", () => this.#make());
    this.#address.addEventListener("focus", () => this.#address.select());
  }

  /** Whether the person may invite at all. */
  set offered(offered) {
    part("guest-links").hidden = !offered;
    if (offered) {
      part("guest-link-fresh").hidden = true;
      part("guest-link-once").checked = false;
      this.#time.replaceChildren();
      this.#tell("", "");
    }
  }

  /** Shows these, as of `readGuestLinks`. */
  show({ links, most, minutes, longest }) {
    this.#list.show(links);
    part("guest-links-none").hidden = links.length > 0;
    this.#new.disabled = links.length >= most;
    if (this.#time.childElementCount === 0) {
      const times = [...new Set([...TIMES.filter((time) => time <= longest), minutes])].sort((a, b) => a - b);
      this.#time.replaceChildren(...times.map((time) => element("option", { value: time, text: words(time) })));
      this.#time.value = String(minutes);
    }
  }

  async #make() {
    this.#new.disabled = true;
    const { value, problem } = await this.#acts.make(Number(this.#time.value), part("guest-link-once").checked);
    this.#new.disabled = false;
    if (problem) {
      this.#tell("", problem.detail || text("account.refused"));
      return;
    }
    this.#address.value = new URL(value.path, window.location.href).href;
    part("guest-link-fresh").hidden = false;
    this.#tell(await copied(this.#address), "");
  }

  async #revoke(link) {
    const { problem } = await this.#acts.revoke(link);
    this.#tell(problem ? "" : text("guestLinks.revoked"), problem?.detail ?? "");
  }

  #tell(status, problem) {
    setText(part("guest-link-status"), status);
    setText(part("guest-link-problem"), problem);
    part("guest-link-problem").hidden = problem === "";
  }
}

async function copied(input) {
  try {
    await navigator.clipboard.writeText(input.value);
    return text("link.copied");
  } catch {
    // Browsers hide the clipboard on plain http from another host.
    input.focus();
    return text("link.copyByHand");
  }
}

/** A time of so many minutes. */
function words(minutes) {
  const hours = minutes / HOUR;
  if (hours % 24 === 0) {
    return textOf(hours / 24, "guestLinks.days");
  }
  return hours % 1 === 0 ? textOf(hours, "guestLinks.hours") : textOf(minutes, "guestLinks.minutes");
}

class LinkRow {
  element;
  #link;
  #words = element("span", { dir: "auto" });
  #revoke;

  constructor(onRevoke) {
    const click = () => onRevoke(this.#link);
    this.#revoke = element("button", { class: "icon-button", type: "button", on: { click } }, icon("close"));
    const data = { testid: "guest-link" };
    this.element = element("li", { class: "options-person", data }, this.#words, this.#revoke);
  }

  update(link) {
    this.#link = link;
    const until = timeOf(new Date(link.until));
    const left = link.once ? text(link.used > 0 ? "guestLinks.usedUp" : "guestLinks.onceLeft") : used(link);
    setText(this.#words, text("guestLinks.one", link.by, until, left));
    const label = text("guestLinks.revoke", link.by, until);
    setAttribute(this.#revoke, "aria-label", label);
    setAttribute(this.#revoke, "title", label);
  }
}

const used = (link) => textOf(link.used, "guestLinks.used");
