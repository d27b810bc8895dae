import { browserVersionOf } from "../shared/browsers.js";
import { uptime } from "../shared/clock.js";

/** What fails is tried again, and fails again: it is told once in so many milliseconds. */
const AGAIN_AFTER = 60_000;
/** What fails before there is a connection waits for it; so much of it at most. */
const WAITING = 10;
/** No failure: the person types the password; or there is no connection by which to tell of one. */
const NORMAL = new Set(["password-needed", "password-wrong", "connection-lost", "no-answer"]);
/** Failures of devices that are somebody's decision. */
const DECIDED = new Set(["denied", "denied-by-system", "dismissed", "insecure"]);

/** Tells the server, for those who look after the site, when somebody cannot join with picture and sound, and why. */
export function tellProblems(connection, meeting) {
  const { audience, capture, publisher, room, sharing } = meeting;
  const problems = new Problems(connection, room);
  room.on("refused", ({ code }) => problems.tell({ step: "seat", reason: code }));
  capture.on("failed", ({ kind, failure }) =>
    problems.tell({ step: DECIDED.has(failure) ? "permission" : "devices", reason: `${kind}-${failure}` }),
  );
  publisher.on("failed", (failure) => problems.tell({ ...failure, sent: true }));
  sharing.publisher.on("failed", (failure) => problems.tell({ ...failure, sent: true }));
  audience.on("failed", ({ stream, step, reason }) => problems.tell({ step, reason, stream: stream.name }));
  audience.on("undecodable", ({ stream }) =>
    problems.tell({ step: "first-frame", reason: `cannot-decode-${stream.codec}`, stream: stream.name }),
  );
}

class Problems {
  #connection;
  #room;
  /** When something was told last. */
  #told = new Map();
  #waiting = [];
  /** Whether the server, which may be older than the page, wants to know. */
  #wanted = false;

  constructor(connection, room) {
    this.#connection = connection;
    this.#room = room;
    connection.on("welcome", ({ message }) => this.#welcomed(message.quality !== undefined));
  }

  tell(problem) {
    const { step, reason, sent = false, stream = "" } = problem;
    const key = `${step} ${reason} ${sent} ${stream}`;
    const before = this.#told.get(key);
    if (NORMAL.has(reason) || (before !== undefined && uptime() - before < AGAIN_AFTER)) {
      return;
    }
    this.#told.set(key, uptime());
    const browser = browserVersionOf(globalThis.navigator?.userAgent ?? "") || undefined;
    this.#send({ type: "report-problem", room: this.#room.id, ...problem, browser });
  }

  #send(message) {
    if (this.#connection.state !== "open") {
      this.#waiting = [...this.#waiting, message].slice(0, WAITING);
    } else if (this.#wanted) {
      this.#connection.send(message);
    }
  }

  #welcomed(wanted) {
    this.#wanted = wanted;
    const waiting = this.#waiting;
    this.#waiting = [];
    waiting.forEach((message) => this.#send(message));
  }
}
