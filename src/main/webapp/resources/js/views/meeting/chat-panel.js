import { numberOf, text, textOf } from "../../shared/texts.js";
import { element, part, setAttribute, setText } from "../common/dom.js";
import { KeyedList } from "../common/keyed-list.js";
import { ChatForm } from "./chat-form.js";
import { MessageRow } from "./message-row.js";
import { SidePanel } from "./side-panel.js";

/** So near to its end one reads the newest. */
const NEAR = 48;
/** More than so many at once are only counted aloud. */
const SPOKEN = 3;
const KEPT_ALOUD = 20;
const MOST_UNREAD = 99;

/** What is written in the meeting, beside the stage or, on a phone, as a sheet over it. */
export class ChatPanel {
  #panel;
  #form;
  #scroll = part("chat-scroll");
  #log = part("chat-log");
  #rows;
  #onLook;
  #onOpened;
  #last;
  /** Whether the newest was in sight when it was looked last: it stays so when the panel gets another size. */
  #near = true;
  /** The heights of the messages and of their panel at that time. */
  #sizes = "";

  /**
   * `actions`: `send(text, how)`, `act(act, item)`, `earlier()`, `look()` (the person sees the newest), and `opened()`,
   * which shows what there is.
   */
  constructor(actions) {
    this.#onLook = actions.look;
    this.#onOpened = actions.opened;
    this.#form = new ChatForm(actions.send);
    this.#rows = new KeyedList(part("chat-messages"), (item) => new MessageRow(item, actions.act));
    const touched = matchMedia("(pointer: coarse)").matches;
    this.#panel = new SidePanel(
      { panel: "chat", opener: "chat-toggle", close: "chat-close" },
      { first: touched ? part("chat-close") : this.#form.field, changed: (open) => open && this.#opened() },
    );
    part("chat-earlier").addEventListener("click", actions.earlier);
    part("chat-newest").addEventListener("click", () => this.#showNewest());
    this.#scroll.addEventListener("scroll", () => this.#scrolled());
    const resized = new ResizeObserver(() => this.open && this.#near && this.#toEnd());
    resized.observe(this.#scroll);
    resized.observe(part("chat-messages"));
  }

  get form() {
    return this.#form;
  }

  get open() {
    return this.#panel.open;
  }

  toggle(open) {
    this.#panel.toggle(open);
  }

  /** Opens it, and leaves the focus where it is. */
  reveal() {
    if (!this.open) {
      this.#panel.reveal(true);
    }
  }

  /**
   * Shows `items`, as of MessageRow, the people to write to, whether there is more, how many are unread, for how many
   * `days` they are kept (0: while the meeting lasts), and the address of all of it, if the person may have that.
   */
  show({ items, people, more, unread, days, file }) {
    const stay = !this.#atEnd() && items.at(-1)?.own !== true;
    const newest = items.at(-1)?.id;
    this.#rows.show(items);
    this.#form.showPeople(people);
    part("chat-empty").hidden = items.length > 0;
    part("chat-earlier").hidden = !more;
    if (this.open && newest !== this.#last && !stay) {
      this.#showNewest();
    } else if (this.open && newest !== this.#last) {
      part("chat-newest").hidden = false;
    }
    this.#last = newest;
    this.showUnread(unread);
    setText(part("chat-kept"), days > 0 ? textOf(days, "chat.keptFor") : text("chat.keptMeeting"));
    setAttribute(part("chat-export"), "href", file);
    part("chat-export").hidden = !file;
  }

  /** Shows on the button how many messages are unread. */
  showUnread(unread) {
    const count = this.open && this.#atEnd() ? 0 : unread;
    const shown = count > MOST_UNREAD ? `${numberOf(MOST_UNREAD)}+` : numberOf(count);
    setText(part("chat-unread"), count > 0 ? shown : "");
    setAttribute(part("chat-toggle"), "aria-label", count > 0 ? textOf(count, "chat.unread") : text("chat.title"));
  }

  /** Tells a screen reader what arrived: `{name, text}` each. */
  say(messages) {
    const sentences =
      messages.length > SPOKEN
        ? [textOf(messages.length, "chat.arrived")]
        : messages.map((one) => text(one.personal ? "chat.saidToYou" : "chat.said", one.name, one.text));
    this.announce(...sentences);
  }

  /** The same with whole sentences. */
  announce(...sentences) {
    this.#log.append(...sentences.map((sentence) => element("p", { text: sentence })));
    while (this.#log.childElementCount > KEPT_ALOUD) {
      this.#log.firstElementChild.remove();
    }
  }

  #opened() {
    this.#onOpened();
    this.#showNewest();
  }

  #atEnd() {
    const { scrollHeight, scrollTop, clientHeight } = this.#scroll;
    return this.open && scrollHeight - scrollTop - clientHeight < NEAR;
  }

  /** A panel that has become smaller tells of it like one that the person scrolled. */
  #scrolled() {
    if (this.#near && this.#sizes !== this.#sizesNow()) {
      this.#toEnd();
    }
    this.#near = this.#atEnd();
    this.#sizes = this.#sizesNow();
    if (this.#near) {
      this.#look();
    }
  }

  #sizesNow() {
    return `${this.#scroll.scrollHeight} ${this.#scroll.clientHeight}`;
  }

  #toEnd() {
    this.#near = true;
    this.#scroll.scrollTop = this.#scroll.scrollHeight;
    this.#sizes = this.#sizesNow();
  }

  #showNewest() {
    this.#toEnd();
    this.#look();
  }

  #look() {
    part("chat-newest").hidden = true;
    this.#onLook();
  }
}
