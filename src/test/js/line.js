import { Bus } from "../../main/webapp/resources/js/shared/bus.js";

/** A connection that the test plays the server of; `requests` are those made so far, with `answer` and `refuse`. */
export class Line extends Bus {
  requests = [];
  /** Everything that needs no answer. */
  sent = [];

  request(message) {
    return new Promise((answer, refuse) => this.requests.push({ message, answer, refuse }));
  }

  send(message) {
    this.sent.push(message);
  }

  welcome(you, more = {}) {
    this.emit("welcome", { message: { type: "welcome", you, ...more } });
  }

  tell(call) {
    this.emit("message", { type: "call", call });
  }
}
