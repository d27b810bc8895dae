import { OptionsDialog } from "../../views/rooms/options-dialog.js";
import { sentenceOf } from "./refusals.js";

/** Lets moderators see and decide the options of rooms. */
export class RoomOptions {
  #connection;
  #toasts;
  #dialog = new OptionsDialog();

  constructor({ connection, toasts }) {
    this.#connection = connection;
    this.#toasts = toasts;
  }

  /** Opens the dialog for a room `{id, name}`; `people` and `owns` as of OptionsDialog. */
  async open({ id: room, name }, { people, owns }) {
    try {
      const { options } = await this.#connection.request({ type: "get-room-options", room });
      this.#dialog.open(
        name,
        options,
        { people, owns },
        {
          save: (wanted) => this.#ask({ type: "set-room-options", room, options: wanted }),
          dismiss: ({ id: person }) => this.#ask({ type: "dismiss-moderator", room, person }),
        },
      );
    } catch (error) {
      this.#toasts.show(sentenceOf(error), "problem");
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
