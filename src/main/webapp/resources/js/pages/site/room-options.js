import { text } from "../../shared/texts.js";
import { makeGuestLink, readGuestLinks, revokeGuestLink } from "../../signal/guest-links.js";
import { invites, OptionsDialog } from "../../views/rooms/options-dialog.js";
import { sentenceOf } from "./refusals.js";

/** Lets moderators see and decide the options of rooms. */
export class RoomOptions {
  #connection;
  #toasts;
  #dialog = new OptionsDialog();
  #room;

  constructor({ connection, toasts }) {
    this.#connection = connection;
    this.#toasts = toasts;
    connection.on("message", ({ type, room }) => type === "guest-links-changed" && this.#linksChanged(room));
  }

  /** Opens the dialog for a room `{id, name}`; `people` and `owns` as of OptionsDialog. */
  async open({ id: room, name }, { people, owns }) {
    try {
      const { options } = await this.#connection.request({ type: "get-room-options", room });
      this.#room = room;
      this.#dialog.open(
        name,
        options,
        { people, owns },
        {
          save: (wanted) => this.#ask({ type: "set-room-options", room, options: wanted }),
          dismiss: ({ id: person }) => this.#ask({ type: "dismiss-moderator", room, person }),
          makeLink: (minutes, once) => unless(makeGuestLink(room, minutes, once)),
          revokeLink: ({ id }) => unless(revokeGuestLink(room, id)),
        },
      );
      if (invites(options, owns)) {
        await this.#showLinks();
      }
    } catch (error) {
      this.#toasts.show(sentenceOf(error), "problem");
    }
  }

  #linksChanged(room) {
    if (this.#dialog.isOpen && room === this.#room) {
      this.#showLinks();
    }
  }

  async #showLinks() {
    const room = this.#room;
    const { value } = await unless(readGuestLinks(room));
    if (value && room === this.#room) {
      this.#dialog.showLinks(value);
    }
  }

  /** Closes the dialog. */
  close() {
    this.#dialog.close();
  }

  async #ask(message) {
    try {
      await this.#connection.request(message);
      return undefined;
    } catch (error) {
      return sentenceOf(error);
    }
  }
}

/** The answer, or that there is none. */
const unless = (answer) => answer.catch(() => ({ problem: { detail: text("account.unreachable") } }));
