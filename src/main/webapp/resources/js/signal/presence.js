/** Tells the server what this tab knows of the person: their devices, and whether they are away from it. */
export class PresenceReport {
  #connection;
  #state = { camera: false, microphone: false, away: false };

  constructor(connection, signal) {
    this.#connection = connection;
    connection.on("welcome", () => this.#send(), signal);
  }

  /** `changes`: any of `camera`, `microphone` (whether there is one to use), `away`. */
  update(changes) {
    const before = this.#state;
    this.#state = { ...before, ...changes };
    if (Object.keys(this.#state).some((name) => this.#state[name] !== before[name])) {
      this.#send();
    }
  }

  #send() {
    this.#connection.send({ type: "update-presence", ...this.#state });
  }
}
