import { Bus } from "../shared/bus.js";

/**
 * What others left for the person, `{id, from: {id, name}, text, at}` each, until it is read on any page.
 *
 * Events: `changed`, `arrived` (a note that was just left).
 */
export class Notes extends Bus {
  /** The oldest first. */
  list = [];
  /** Whether people can be found who are not online. */
  finds = false;
  #connection;

  constructor(connection) {
    super();
    this.#connection = connection;
    connection.on("welcome", ({ message }) => this.#welcomed(message));
    connection.on("message", (message) => this.#received(message));
  }

  /** Leaves something for a person. */
  leave(person, text) {
    return this.#connection.request({ type: "leave-note", person, text });
  }

  /** People, `{id, name}` each, whose name has this text, online or not. */
  async find(text) {
    return (await this.#connection.request({ type: "find-receivers", text })).people;
  }

  /** The person has read this one. */
  async read(id) {
    await this.#connection.request({ type: "read-note", note: id });
    this.#forget(id);
  }

  async #welcomed({ notes = 0, findsReceivers = false }) {
    this.finds = findsReceivers;
    if (notes === 0) {
      this.#show([]);
      return;
    }
    try {
      this.#show((await this.#connection.request({ type: "list-notes" })).notes);
    } catch {
      // The connection broke again; the next welcome asks again.
    }
  }

  #received({ type, id, note }) {
    if (type === "note") {
      this.#show([...this.list.filter((one) => one.id !== note.id), note]);
      this.emit("arrived", note);
    } else if (type === "note-gone") {
      this.#forget(id);
    }
  }

  #forget(id) {
    this.#show(this.list.filter((one) => one.id !== id));
  }

  #show(list) {
    this.list = list;
    this.emit("changed");
  }
}
