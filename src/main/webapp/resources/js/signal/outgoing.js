/** What a server answers when it has not said yes or no. */
const UNANSWERED = new Set(["connection-lost", "no-answer"]);

let last = 0;

/**
 * What the person wrote and the server has not taken yet, in its order: one at a time is sent, and sent again under the
 * same token when no answer came, so that nothing is lost or said twice.
 */
export class Outgoing {
  #request;
  #said;
  #changed;
  #waiting = [];
  #sending = false;

  /** `request(message)` answers a promise; `said(message)`: the server took it; `changed()`: another state to show. */
  constructor(request, said, changed) {
    this.#request = request;
    this.#said = said;
    this.#changed = changed;
  }

  /** As messages: `{id, text, to?, reply?, file?, state: "sending" or "refused", problem?}`. */
  get messages() {
    return this.#waiting;
  }

  add({ text, to, toName, reply, file }) {
    last += 1;
    const id = `out-${last}`;
    const token = `${Math.random().toString(36).slice(2)}${last}`;
    this.#waiting.push({ id, token, text, to, toName, reply, file, state: "sending" });
    this.#changed();
    this.flush();
  }

  retry(id) {
    this.#waiting = this.#waiting.map((one) =>
      one.id === id ? { ...one, state: "sending", problem: undefined } : one,
    );
    this.#changed();
    this.flush();
  }

  discard(id) {
    this.#waiting = this.#waiting.filter((one) => one.id !== id);
    this.#changed();
  }

  /** Sends what waits; after a connection came back, too. */
  async flush() {
    const next = this.#waiting.find(({ state }) => state === "sending");
    if (!next || this.#sending) {
      return;
    }
    this.#sending = true;
    const on = await this.#send(next);
    this.#sending = false;
    if (on) {
      await this.flush();
    }
  }

  /** Answers whether it makes sense to send the next one. */
  async #send({ id, token, text, to, reply, file }) {
    try {
      const { message } = await this.#request({ type: "send-message", text, token, to, reply, file: file?.id });
      this.#waiting = this.#waiting.filter((one) => one.id !== id);
      this.#said(message);
      return true;
    } catch (error) {
      if (UNANSWERED.has(error.code)) {
        return error.code === "no-answer";
      }
      this.#waiting = this.#waiting.map((one) => (one.id === id ? { ...one, state: "refused", problem: error } : one));
      this.#changed();
      return true;
    }
  }
}
