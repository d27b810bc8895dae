import { Bus } from "../shared/bus.js";
import { Sequence } from "./sequence.js";

/** The rooms and who is online, kept up to date. Event: `changed`, after every snapshot or change. */
export class Lobby extends Bus {
  rooms = new Map();
  people = new Map();
  /** Rooms that are in nobody's list but their own people's. */
  hidden = new Map();
  #connection;
  #sequence = new Sequence();
  #wanted = true;

  constructor(connection, signal) {
    super();
    this.#connection = connection;
    connection.on("welcome", () => this.#wanted && this.watch(), signal);
    connection.on("message", (message) => this.#received(message), signal);
  }

  /** Does not follow it any more, until `watch`. */
  leave() {
    this.#wanted = false;
    this.#sequence.forget();
    this.#connection.send({ type: "leave-lobby" });
  }

  /** Follows it (again): a page that is connected already asks for it by this. */
  async watch() {
    this.#wanted = true;
    this.hidden = new Map();
    this.#sequence.forget();
    try {
      this.#take(await this.#connection.request({ type: "watch-lobby" }));
    } catch {
      // The connection broke again; the next welcome asks again.
    }
  }

  #received(message) {
    if (message.type === "lobby") {
      this.#take(message);
    } else if (message.type === "hidden-rooms") {
      this.hidden = new Map(message.rooms.map((room) => [room.id, room]));
      this.emit("changed");
    } else if (message.type === "lobby-changed") {
      this.#judge(message);
    }
  }

  #take(snapshot) {
    this.#sequence.snapshot(snapshot.seq);
    this.rooms = new Map(snapshot.rooms.map((room) => [room.id, room]));
    this.people = new Map(snapshot.people.map((person) => [person.id, person]));
    this.emit("changed");
  }

  #judge(message) {
    const verdict = this.#sequence.judge(message.seq);
    if (verdict === "gap") {
      this.#connection.send({ type: "resync", topic: "lobby" });
    } else if (verdict === "apply") {
      message.changes.forEach((change) => this.#apply(change));
      this.emit("changed");
    }
  }

  #apply(change) {
    switch (change.change) {
      case "room-created":
      case "room-updated":
        this.rooms.set(change.room.id, change.room);
        break;
      case "room-deleted":
        this.rooms.delete(change.id);
        break;
      case "person-online":
      case "person-updated":
        this.people.set(change.person.id, change.person);
        break;
      case "person-offline":
        this.people.delete(change.id);
        break;
      default:
        console.warn("unknown change of the lobby", change.change);
    }
  }
}
