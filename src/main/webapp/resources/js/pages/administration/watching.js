import { text } from "../../shared/texts.js";
import { WatchDialog } from "../../views/admin/watch-dialog.js";

/** Ends of which the page knows why. */
const OWN_ENDS = new Set(["closed", "page-closed", "another"]);

/**
 * Shows somebody's stream in a dialog of an administrator's page, once a button with `data-watch` is pressed. Whoever
 * is watched is told by the server, from the first ticket until the dialog is closed. `createPlayer(stream,
 * requestTicket)` answers a promise of a Player.
 */
export class Watching {
  #connection;
  #dialog;
  #createPlayer;
  #player;

  constructor({ connection, root, createPlayer, dialog = new WatchDialog(() => this.#close()) }) {
    this.#connection = connection;
    this.#createPlayer = createPlayer;
    this.#dialog = dialog;
    root.addEventListener("click", ({ target }) => {
      const button = target.closest("[data-watch]");
      if (button) {
        this.#open(button.dataset);
      }
    });
    connection.on("message", ({ type, reason }) => {
      if (type === "observation-ended" && this.#player && !OWN_ENDS.has(reason)) {
        this.#over(text(`admin.watch.${reason}`));
      }
    });
  }

  async #open({ watch, room, of, audio, video, codec }) {
    await this.#close();
    const stream = { name: watch, audio: audio === "true", video: video === "true", codec };
    this.#dialog.open(of, stream.audio);
    const player = await this.#createPlayer(stream, (name) => this.#ticket(room, name));
    this.#player = player;
    player.on("tracks", ({ audio: sound, video: picture }) => this.#dialog.show(sound, picture));
    player.on("state", (state) => this.#dialog.tell(text(`admin.watch.state.${state}`)));
    player.on("undecodable", () => this.#dialog.tell(text("admin.watch.undecodable")));
    player.start();
  }

  /** What is refused is refused the next time, too. */
  async #ticket(room, stream) {
    try {
      return await this.#connection.request({ type: "observe-stream", room, stream });
    } catch (error) {
      if (error.code !== "connection-lost" && error.code !== "no-answer") {
        this.#over(error.message);
      }
      throw error;
    }
  }

  #over(why) {
    const player = this.#player;
    this.#player = undefined;
    player?.close();
    this.#dialog.show(undefined, undefined);
    this.#dialog.tell(why);
  }

  async #close() {
    const player = this.#player;
    this.#player = undefined;
    if (player) {
      await player.close();
      await this.#connection.request({ type: "end-observation" }).catch(() => undefined);
    }
  }
}
