import { SignalError } from "./signal-error.js";

const ANSWER_WITHIN = 10_000;

/** The last number; a socket that one page passes on to the next has answers for both. */
let last = 0;

/** The requests that wait for their answers, by number. */
export class Requests {
  #waiting = new Map();

  /** Sends `message` with a new number by `send`; the promise is settled by its answer. */
  start(message, send) {
    last += 1;
    const request = last;
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => this.#settle(request)?.reject(new SignalError("no-answer", "")), ANSWER_WITHIN);
      this.#waiting.set(request, { resolve, reject, timer });
      send({ ...message, request });
    });
  }

  /** Hands `message` to the request it answers; answers whether there was one. */
  answer(message) {
    const waiting = this.#settle(message.request);
    if (!waiting) {
      return false;
    }
    if (message.type === "error") {
      waiting.reject(new SignalError(message.code, message.message, message.retryAfter));
    } else {
      waiting.resolve(message);
    }
    return true;
  }

  /** Fails everything that still waits: the connection is gone. */
  failAll() {
    for (const request of [...this.#waiting.keys()]) {
      this.#settle(request).reject(new SignalError("connection-lost", ""));
    }
  }

  #settle(request) {
    const waiting = this.#waiting.get(request);
    if (waiting) {
      clearTimeout(waiting.timer);
      this.#waiting.delete(request);
    }
    return waiting;
  }
}
