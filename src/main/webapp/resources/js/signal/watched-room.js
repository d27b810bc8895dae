import { RoomState } from "./room-state.js";

/**
 * A room that is watched without a seat, kept up to date over reconnections.
 *
 * Events besides those of RoomState: `watching` (the first snapshot, or the one after a reconnection, is
 * there), `refused` (a SignalError), `closed` (the message `room-closed`).
 */
export class WatchedRoom extends RoomState {
  #connection;

  constructor(connection, id, signal) {
    super(connection, id);
    this.#connection = connection;
    connection.on("welcome", () => this.#watch(), signal);
    connection.on("message", (message) => this.#message(message), signal);
  }

  /** The right to view `stream`: the message `ticket` with `flv` and `hls`. */
  requestView(stream) {
    return this.#connection.request({ type: "request-view", room: this.id, stream });
  }

  async #watch() {
    this.forget();
    try {
      this.take(await this.#connection.request({ type: "watch-room", room: this.id }));
      this.emit("watching");
    } catch (error) {
      if (error.code === "no-answer") {
        this.#connection.retryNow();
        await this.#watch();
      } else if (error.code !== "connection-lost") {
        this.emit("refused", error);
      }
    }
  }

  #message(message) {
    this.received(message);
    if (message.type === "room-closed" && message.room === this.id) {
      this.forget();
      this.emit("closed", message);
    }
  }
}
