import { Bus } from "../shared/bus.js";
import { uptime } from "../shared/clock.js";
import { MISSING, NEW_LINE, difference } from "../shared/t140.js";

/** What is typed within so many milliseconds is told together. */
export const TOGETHER = 100;
/** After so many milliseconds what was refused for the moment is told again. */
export const AGAIN = 1_000;
/** Code points of one edit, more or less: the line that is reached with it is told whole. */
const MOST = 1_000;
/** So many lines wait for a connection; earlier ones are given up, and a mark tells so. */
const WAITING = 100;

/** Refusals after which the same edit may well be taken. */
const FOR_NOW = new Set(["too-fast", "too-many", "no-answer"]);
/** There is no seat; with the next one the edit is sent again. */
const SEATLESS = new Set(["connection-lost", "not-in-a-room"]);

/**
 * Tells what the person types, letter by letter, as docs/protocol.md says of real-time text: one edit after the other,
 * each sent again until it is known to be taken. What is typed meanwhile goes together.
 *
 * Event: `refused` (a SignalError): what was typed is not wanted, and given up.
 */
export class Typist extends Bus {
  #room;
  #name;
  #stream;
  #number = 0;
  /** What the server was told of the first line, as it answered. */
  #told = "";
  /** The lines that are not told as a whole, the present one last. */
  #lines = [""];
  /** The edit that waits for its answer: `{number, text, told, finished}`. */
  #flight;
  #timer;
  #last = -Infinity;

  /** `name()` makes a name that no other stream of the person has. */
  constructor(room, name = () => Math.random().toString(36).slice(2)) {
    super();
    this.#room = room;
    this.#name = name;
    this.#stream = name();
    room.on("seated", () => this.#flight && this.#send());
  }

  /** Whether everything was told, and the server knows it. */
  get idle() {
    return !this.#flight && this.#lines.length === 1 && this.#lines[0] === this.#told;
  }

  /** The present line is this now. */
  edit(line) {
    this.#lines[this.#lines.length - 1] = line;
    this.#later();
  }

  /** The present line is finished; the next one is empty. */
  finish() {
    this.#lines.push("");
    this.#giveUp();
    this.#later();
  }

  /** Nothing that is on its way is given up. */
  #giveUp() {
    const first = (this.#flight?.finished ?? 0) + 1;
    const surplus = this.#lines.length - WAITING;
    if (surplus > 0) {
      this.#lines.splice(first, surplus + 1, MISSING);
    }
  }

  #later() {
    if (!this.#flight && this.#timer === undefined) {
      this.#timer = setTimeout(() => this.#next(), Math.max(0, this.#last + TOGETHER - uptime()));
    }
  }

  #next() {
    this.#timer = undefined;
    let text = difference(this.#told, this.#lines[0]);
    let finished = 0;
    while (finished < this.#lines.length - 1 && text.length < MOST) {
      finished += 1;
      text += NEW_LINE + this.#lines[finished];
    }
    if (text) {
      this.#number += 1;
      this.#flight = { number: this.#number, text, told: this.#lines[finished], finished };
      this.#send();
    }
  }

  async #send() {
    const flight = this.#flight;
    this.#last = uptime();
    try {
      await this.#room.ask("type-text", { stream: this.#stream, number: flight.number, text: flight.text });
      this.#taken(flight);
    } catch (error) {
      this.#failed(flight, error);
    }
  }

  #taken(flight) {
    if (this.#flight === flight) {
      this.#flight = undefined;
      this.#told = flight.told;
      this.#lines.splice(0, flight.finished);
      if (!this.idle) {
        this.#later();
      }
    }
  }

  #failed(flight, error) {
    if (this.#flight !== flight) {
      return;
    }
    if (FOR_NOW.has(error.code)) {
      setTimeout(() => this.#flight === flight && this.#send(), AGAIN);
    } else if (error.code === "out-of-step") {
      this.#beginAgain();
    } else if (!SEATLESS.has(error.code)) {
      this.#lines = [""];
      this.#beginAgain();
      this.emit("refused", error);
    }
  }

  /** The server knows nothing of this stream: another one tells everything that is not known to be taken. */
  #beginAgain() {
    this.#flight = undefined;
    this.#stream = this.#name();
    this.#number = 0;
    this.#told = "";
    if (!this.idle) {
      this.#later();
    }
  }
}
