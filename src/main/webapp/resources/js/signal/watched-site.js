import { Bus } from "../shared/bus.js";
import { Sequence } from "./sequence.js";

/** Tells an administrator's page which parts of the site changed. Event: `changed`, with their names. */
export class WatchedSite extends Bus {
  #connection;
  #sequence = new Sequence();
  #parts = new Map();

  constructor(connection, signal) {
    super();
    this.#connection = connection;
    connection.on("welcome", () => this.#watch(), signal);
    connection.on("message", (message) => this.#received(message), signal);
  }

  async #watch() {
    this.#sequence.forget();
    try {
      this.#take(await this.#connection.request({ type: "watch-site" }));
    } catch {
      // The connection broke again; the next welcome asks again. Or the person is no administrator any more.
    }
  }

  #received(message) {
    if (message.type === "site") {
      this.#take(message);
    } else if (message.type === "site-changed") {
      const verdict = this.#sequence.judge(message.seq);
      if (verdict === "gap") {
        this.#connection.send({ type: "resync", topic: "site" });
      } else if (verdict === "apply") {
        this.#tell(message.changes);
      }
    }
  }

  /** What happened before the first snapshot is on the page already. */
  #take({ seq, parts }) {
    this.#sequence.snapshot(seq);
    this.#tell(parts);
  }

  #tell(parts) {
    const changed = parts.filter(({ part, changes }) => this.#parts.has(part) && this.#parts.get(part) !== changes);
    parts.forEach(({ part, changes }) => this.#parts.set(part, changes));
    if (changed.length > 0) {
      this.emit(
        "changed",
        changed.map(({ part }) => part),
      );
    }
  }
}
