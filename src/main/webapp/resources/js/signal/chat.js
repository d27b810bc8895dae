import { Bus } from "../shared/bus.js";
import { Outgoing } from "./outgoing.js";
import { Sequence } from "./sequence.js";

/** So many messages a page keeps at most; earlier ones can be asked for again. */
const MOST = 1_000;

/**
 * What is written in a room: everything since the last snapshot, what was asked for of before, and what is on its way.
 *
 * Events: `changed`, and `arrived` (messages of others that are new, after a change and not after a snapshot).
 */
export class Chat extends Bus {
  /** Code points of a message, and how long one may change the own ones; undefined before the first snapshot. */
  length;
  changeSeconds = 0;
  /** For how many days the site lets a room keep its messages. */
  mostDays = 0;
  /** What may be sent of files: `{bytes, extensions}`; undefined where none may. */
  files;
  /** Whether there may be messages before the first one. */
  more = false;
  #connection;
  #room;
  #sequence = new Sequence();
  #messages = new Map();
  #outgoing;
  #read;

  /** Follows the conversation of `room` while there is a seat in it. */
  constructor(connection, room) {
    super();
    this.#connection = connection;
    this.#room = room;
    this.#outgoing = new Outgoing(
      (message) => connection.request(message),
      (message) => this.#take([message]),
      () => this.emit("changed"),
    );
    room.on("seated", () => this.#follow());
    room.on("joining", () => this.#sequence.forget());
    connection.on("message", (message) => this.#received(message));
  }

  /** The messages in their order, those last that are on their way or could not be sent. */
  get messages() {
    const said = [...this.#messages.values()].sort(compare);
    return [...said, ...this.#outgoing.messages.map((one) => ({ ...one, by: this.#room.you }))];
  }

  /** A message that is known here. */
  message(id) {
    return this.#messages.get(id);
  }

  /** How many messages of others came since the person last looked. */
  get unread() {
    return [...this.#messages.values()].filter((one) => this.#isNew(one)).length;
  }

  /** The person sees everything that there is. */
  look() {
    this.#read = [...this.#messages.values()].sort(compare).at(-1) ?? this.#read;
  }

  /**
   * Says something; `to` the only member to read it, `reply` the id of a message that it answers, `file` one that is
   * uploaded: `{id, name, bytes}`.
   */
  send(text, { to, toName, reply, file } = {}) {
    this.#outgoing.add({ text, to, toName, reply, file });
  }

  /** Sends again what was refused. */
  retry(id) {
    this.#outgoing.retry(id);
  }

  /** Forgets what was refused. */
  discard(id) {
    this.#outgoing.discard(id);
  }

  edit(message, text) {
    return this.#connection.request({ type: "edit-message", message, text });
  }

  delete(message) {
    return this.#connection.request({ type: "delete-message", message });
  }

  /** Asks for what was said before the first message. */
  async earlier() {
    const first = [...this.#messages.values()].sort(compare)[0];
    const { messages } = await this.#connection.request({ type: "get-messages", before: first?.number ?? 1 });
    this.more = messages.length > 0 && messages[0].number > 1;
    this.#take(messages);
  }

  async #follow() {
    try {
      this.#snapshot(await this.#connection.request({ type: "watch-chat" }));
    } catch (error) {
      if (error.code === "no-answer") {
        await this.#follow();
      }
      // Otherwise the seat or the connection is gone, and comes back with another try.
    }
  }

  #received(message) {
    if (message.type === "chat" && message.room === this.#room.id) {
      this.#snapshot(message);
    } else if (message.type === "personal-message" && message.room === this.#room.id) {
      this.#arrive([message.message]);
    } else if (message.type === "chat-limited") {
      this.#limit(message);
      this.emit("changed");
    } else if (message.type === "chat-changed") {
      this.#judge(message);
    }
  }

  #judge({ seq, changes }) {
    const verdict = this.#sequence.judge(seq);
    if (verdict === "gap") {
      this.#connection.send({ type: "resync", topic: "chat" });
    } else if (verdict === "apply") {
      this.#arrive(changes.filter(({ change }) => change === "message").map(({ message }) => message));
    }
  }

  /** Nothing of before counts any more: what was missed is in it, and what was changed meanwhile. */
  #snapshot({ seq, messages, personal, ...limits }) {
    this.#sequence.snapshot(seq);
    this.#limit(limits);
    this.#messages.clear();
    this.more = (messages[0]?.number ?? 1) > 1;
    const first = messages[0]?.number ?? 0;
    this.#take([...messages, ...personal.filter(({ number }) => !this.more || number >= first)]);
    this.#outgoing.flush();
  }

  #limit({ length, changeSeconds, mostDays = 0, files }) {
    this.length = length;
    this.changeSeconds = changeSeconds;
    this.mostDays = mostDays;
    this.files = files;
  }

  #arrive(messages) {
    const fresh = messages.filter((one) => !this.#messages.has(one.id) && this.#isNew(one));
    this.#take(messages);
    if (fresh.length > 0) {
      this.emit("arrived", fresh);
    }
  }

  #take(messages) {
    messages.forEach((one) => this.#messages.set(one.id, one));
    if (this.#messages.size > MOST) {
      const oldest = [...this.#messages.values()].sort(compare).slice(0, this.#messages.size - MOST);
      oldest.forEach(({ id }) => this.#messages.delete(id));
      this.more = true;
    }
    this.emit("changed");
  }

  #isNew(message) {
    const unread = this.#read === undefined || compare(message, this.#read) > 0;
    return unread && message.by !== this.#room.you && !message.deleted;
  }
}

/** A message to one person has the number of the last to everybody before it. */
function compare(one, other) {
  return (
    one.number - other.number ||
    Number(one.to !== undefined) - Number(other.to !== undefined) ||
    one.at.localeCompare(other.at)
  );
}
