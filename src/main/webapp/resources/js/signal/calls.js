import { Bus } from "../shared/bus.js";
import { uptime } from "../shared/clock.js";

const OVER = new Set(["ended", "rejected", "cancelled", "missed"]);

/**
 * The person's own calls, as the server tells them to every tab. A call is `{id, state, from: {id, name},
 * to: {id, name}, room, text, reason, since}` (docs/protocol.md); `since` is when, of uptime, it was accepted.
 *
 * Events: `changed` (the current call is another one, or in another state), `over` (the call that has just ended, as
 * it was told last; its `reason` is "gone" when it ended while this page was not connected), `missed` (their number),
 * `recorded` (the record of a call that is over), `invitation` (it is another one, or over).
 */
export class Calls extends Bus {
  /** The call that rings or goes on now, if any. */
  current;
  /** `{room, by}` when somebody asks the person into a room, until any tab has answered. */
  invitation;
  /** How many missed calls the person has not seen yet. */
  missed = 0;
  #connection;
  #you;

  constructor(connection, signal) {
    super();
    this.#connection = connection;
    connection.on("welcome", ({ message }) => this.#welcomed(message), signal);
    connection.on("message", (message) => this.#received(message), signal);
  }

  /** The call that somebody else rings with now, if any. */
  get incoming() {
    return this.current?.state === "ringing" && this.current.to.id === this.#you ? this.current : undefined;
  }

  /** The other one of `call`: `{id, name}`. */
  otherOf({ from, to }) {
    return from.id === this.#you ? to : from;
  }

  /**
   * Calls a person; the promise is the call, accepted already when that person was calling too. `text`: it is told that
   * it is wanted.
   */
  start(person, text = false) {
    return this.#ask({ type: "start-call", person, ...(text && { text }) });
  }

  /** Answers a call that rings; the promise fails when another tab was faster. */
  accept(call, video) {
    return this.#ask({ type: "accept-call", call: call.id, video });
  }

  reject(call) {
    return this.#ask({ type: "reject-call", call: call.id });
  }

  /** Gives up what the other one has not answered yet. */
  cancel(call) {
    return this.#ask({ type: "cancel-call", call: call.id });
  }

  /** Hangs up. */
  end(call) {
    return this.#ask({ type: "end-call", call: call.id });
  }

  /** Brings a third person in: the call becomes a group room. */
  add(call, person) {
    return this.#connection.request({ type: "add-to-call", call: call.id, person });
  }

  /** Does not follow an invitation; joining the room is how to follow it. */
  decline({ room }) {
    this.#connection.send({ type: "decline-invitation", room: room.id });
  }

  /** The person's calls of the last weeks, the newest first. */
  async list() {
    const { calls, missed } = await this.#connection.request({ type: "list-calls" });
    this.#count(missed);
    return calls;
  }

  /** Says that the person has seen the missed calls. */
  async markSeen() {
    await this.#connection.request({ type: "mark-calls-seen" });
    this.#count(0);
  }

  async #ask(message) {
    const answer = await this.#connection.request(message);
    if (answer.call) {
      this.#take(answer.call);
    }
    return answer.call;
  }

  #welcomed({ you, call, missed, invitation }) {
    this.#you = you.id;
    const before = this.current;
    if (before && before.id !== call?.id) {
      this.#take({ ...before, state: "ended", reason: "gone" });
    }
    if (call) {
      this.#take(call);
    }
    this.#count(missed ?? 0);
    this.#invite(invitation);
  }

  #received(message) {
    if (message.type === "call") {
      this.#take(message.call);
    } else if (message.type === "call-recorded") {
      this.emit("recorded", message.record);
      this.#count(message.missed);
    } else if (message.type === "calls-seen") {
      this.#count(message.missed);
    } else if (message.type === "invitation") {
      this.#invite(message);
    } else if (message.type === "invitation-over" && message.room === this.invitation?.room.id) {
      this.#invite(undefined);
    }
  }

  #take(call) {
    const known = this.current?.id === call.id;
    if (!OVER.has(call.state)) {
      this.current = { ...call, since: sinceOf(call, known ? this.current : {}) };
      this.emit("changed");
    } else if (known) {
      this.current = undefined;
      this.emit("changed");
      this.emit("over", call);
    }
  }

  #invite(invitation) {
    if (invitation?.room.id !== this.invitation?.room.id) {
      this.invitation = invitation && { room: invitation.room, by: invitation.by };
      this.emit("invitation");
    }
  }

  #count(missed) {
    if (missed !== undefined && missed !== this.missed) {
      this.missed = missed;
      this.emit("missed", missed);
    }
  }
}

/** The call's age is told, not the time of day: the server's clock need not show what this computer's does. */
function sinceOf({ state, age }, before) {
  if (state !== "accepted") {
    return undefined;
  }
  return age === undefined ? (before.since ?? uptime()) : uptime() - age;
}
