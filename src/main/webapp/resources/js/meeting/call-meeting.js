import { atMost } from "../shared/at-most.js";
import { Bus } from "../shared/bus.js";

/** After the private room was closed, why it was is told at once; a page that hears nothing goes all the same. */
const TOLD_WITHIN = 1_000;
const ENDED_WITHIN = 2_000;

/**
 * A call, from its first ring on, and the meeting that it becomes: takes the seat when it is time, lets picture and
 * sound go out when the call is accepted, and ends when it is over for both.
 *
 * Events: `changed`; `grown` (a third person came: it goes on as
 * a room's meeting, with all its connections); `over` ({state, reason}: why it ended, as a call says it); `left` (all
 * is ended, and it is time to go).
 */
export class CallMeeting extends Bus {
  /** The other one, {id, name}, as soon as the call is known. */
  other;
  /** Whether a third person came. */
  grown = false;
  #calls;
  #meeting;
  #room;
  #joined = false;
  #leaving = false;

  constructor(connection, calls, meeting) {
    super();
    this.#calls = calls;
    this.#meeting = meeting;
    this.#room = meeting.room;
    this.#room.wait();
    this.#room.on("refused", () => this.#over({ state: "ended", reason: "gone" }));
    this.#room.on("closed", () => setTimeout(() => this.#over({ state: "ended" }), TOLD_WITHIN));
    calls.on("changed", () => this.#proceed());
    calls.on("over", (call) => call.room === this.#room.id && call.reason !== "group" && this.#over(call));
    connection.on("welcome", () => this.#proceed());
    meeting.on("changed", () => this.#changed());
  }

  /** The call while it rings or goes on, if it is known. */
  get call() {
    const { current } = this.#calls;
    return current?.room === this.#room.id ? current : undefined;
  }

  /** What of the other one is waited for: "ringing" (an answer), "connecting", or undefined. */
  get waiting() {
    if (!this.call || !this.other || this.grown) {
      return undefined;
    }
    if (this.call.state === "ringing") {
      return "ringing";
    }
    return this.#room.others.length === 0 ? "connecting" : undefined;
  }

  /** Since when the two have talked, a moment of uptime; undefined before, and when it is a room's meeting. */
  get talkingSince() {
    return this.grown ? undefined : this.call?.since;
  }

  /** Opens the devices; nothing is sent yet. */
  start() {
    this.#meeting.hold(true);
    return this.#meeting.start();
  }

  /** Hangs up, or leaves the room that it became. */
  hangUp() {
    const { call } = this;
    return this.#leave(call ? this.#calls.end(call).catch(() => undefined) : this.#room.leave());
  }

  #proceed() {
    const { call } = this;
    if (this.#leaving || (call && call === this.#calls.incoming)) {
      return; // It rings in this very tab: the person has not answered yet.
    }
    this.other = call ? this.#calls.otherOf(call) : this.other;
    if (call || !this.#joined) {
      this.#meeting.hold(call?.state === "ringing");
    }
    if (!this.#joined) {
      this.#joined = true;
      this.#room.join();
    }
    this.#changed();
  }

  #changed() {
    if (this.#room.kind === "group" && !this.grown) {
      this.grown = true;
      this.#meeting.hold(false);
      this.emit("grown");
    }
    this.emit("changed");
  }

  #over({ state, reason }) {
    if (!this.#leaving && !this.grown) {
      this.emit("over", { state, reason });
      this.#leave();
    }
  }

  async #leave(told) {
    this.#leaving = true;
    await atMost(ENDED_WITHIN, Promise.all([told, this.#meeting.stop()]));
    this.emit("left");
  }
}
