const NOTHING = { camera: false, microphone: false, away: false };

/**
 * Tells the server what this tab knows of the person, as soon as it knows: their devices, and whether they are away.
 */
export class PresenceReport {
  #connection;
  #state;

  constructor(connection, signal) {
    this.#connection = connection;
    connection.on("welcome", () => this.#state && this.#send(), signal);
  }

  /** `changes`: any of `camera`, `microphone` (whether there is one to use), `away`. */
  update(changes) {
    const before = this.#state;
    this.#state = { ...NOTHING, ...before, ...changes };
    if (!before || Object.keys(this.#state).some((name) => this.#state[name] !== before[name])) {
      this.#send();
    }
  }

  #send() {
    this.#connection.send({ type: "update-presence", ...this.#state });
  }
}
