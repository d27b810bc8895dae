import { Backoff } from "../shared/backoff.js";
import { Bus } from "../shared/bus.js";
import { SleepNotice, uptime } from "../shared/clock.js";
import { Requests } from "./requests.js";
import { SignalError } from "./signal-error.js";

const PING_EVERY = 10_000;
const SILENCE_AT_MOST = 35_000;
const WELCOME_WITHIN = 10_000;
/** Whoever has a reason to doubt the connection asks, and waits for so long for anything to come. */
const SIGN_WITHIN = 5_000;
/** Close codes with which a server says that it is soon back, so that a page need not wait ever longer for it. */
const SOON_BACK = new Set([1001, 1012]);
/** So often a page tries with short pauses; with them a thousand pages are a few hundred tries a second. */
const SOON_TRIES = 60;
const SOON_PAUSE = 2_000;
/** Close codes after which coming back would only repeat the refusal. */
const FINAL = new Map([
  [4001, "no-name"],
  [4002, "too-many-errors"],
  [4004, "too-many-sessions"],
  [4006, "no-common-protocol"],
  [4007, "login-needed"],
  [4008, "guest-link-ended"],
]);

/**
 * With this code a page gives a connection up that it replaces. Without one Tyrus would tell the server 1000, as if the
 * page had been left, and its streams would end.
 */
const GIVEN_UP = 4009;

/**
 * The one WebSocket of a page, which comes back by itself (docs/protocol.md).
 *
 * Events: `state` ("connecting", "open", "lost", "closed"), `welcome` ({message, restarted}),
 * `refused` ({reason, message}: it will not come back), `message` (everything that answers no request).
 */
export class Connection extends Bus {
  #url;
  #open;
  #socket;
  #backoff = new Backoff();
  #requests = new Requests();
  #timers = { retry: 0, ping: 0, sign: 0 };
  #heard = 0;
  #sleep = new SleepNotice();
  #soonBack = false;
  #boot;
  #refusal;
  #state = "connecting";

  /** `open(url)` makes the WebSocket: tests hand in another one. */
  constructor(url, open = (address) => new WebSocket(address)) {
    super();
    this.#url = url;
    this.#open = open;
  }

  get state() {
    return this.#state;
  }

  /** Opens the connection; everything else is told by events. */
  start() {
    this.#stopTimers();
    this.#discard();
    this.#timers.retry = setTimeout(() => this.#closed(this.#socket, 1006), WELCOME_WITHIN);
    const socket = this.#open(this.#url);
    this.#socket = socket;
    socket.onmessage = (event) => this.#received(JSON.parse(event.data));
    socket.onclose = (event) => this.#closed(socket, event.code);
  }

  /** Tries at once instead of after the pause: the network is back, or the page is looked at again. */
  retryNow() {
    if (this.#state === "lost") {
      this.start();
    } else if (this.#state === "open") {
      this.#doubt();
    }
  }

  /** Ends the connection for good, but leaves its socket open, which is given away; undefined when none is open. */
  release() {
    const socket = this.#state === "open" ? this.#socket : undefined;
    if (socket) {
      this.#socket = undefined;
    }
    this.close();
    return socket;
  }

  /** Ends the connection for good. */
  close() {
    this.#enter("closed");
    this.#stopTimers();
    this.#requests.failAll();
    this.#socket?.close(1000);
  }

  /**
   * Sends a message that needs no answer; while the connection is down it is dropped, the snapshot after it tells all.
   */
  send(message) {
    if (this.#socket?.readyState === 1) {
      this.#socket.send(JSON.stringify(message));
    }
  }

  /**
   * Sends a request; the promise is its direct answer, or fails with a SignalError. While the page is
   * still connecting for the first time the request waits, as the person does.
   */
  async request(message) {
    if (this.#state === "connecting") {
      await this.next("state");
    }
    if (this.#state !== "open") {
      throw new SignalError("connection-lost", "");
    }
    return this.#requests.start(message, (numbered) => this.send(numbered));
  }

  /** What comes before the welcome is for the page from which this one has the socket. */
  #received(message) {
    this.#heard = uptime();
    clearTimeout(this.#timers.sign);
    if (message.type === "welcome") {
      this.#welcomed(message);
    } else if (message.type === "error" && message.request === undefined) {
      this.#refusal = message;
      this.emit("message", message);
    } else if (message.type === "restarting") {
      this.#soonBack = true;
      this.emit("message", message);
    } else if (this.#state === "open" && !(message.request !== undefined && this.#requests.answer(message))) {
      this.emit("message", message);
    }
  }

  #welcomed(message) {
    const restarted = this.#boot !== undefined && this.#boot !== message.boot;
    this.#boot = message.boot;
    this.#refusal = undefined;
    this.#soonBack = false;
    this.#backoff.reset();
    this.#stopTimers();
    this.#timers.ping = setInterval(() => this.#ping(), PING_EVERY);
    this.#enter("open");
    this.emit("welcome", { message, restarted });
  }

  #ping() {
    if (this.#sleep.look()) {
      this.#doubt();
    } else if (!this.#silentFor(SILENCE_AT_MOST)) {
      this.send({ type: "ping" });
    }
  }

  /** The computer slept, or there is another network: asks for a sign of life, whatever the clocks say. */
  #doubt() {
    if (!this.#silentFor(SILENCE_AT_MOST)) {
      this.send({ type: "ping" });
      clearTimeout(this.#timers.sign);
      this.#timers.sign = setTimeout(() => this.#closed(this.#socket, 1006), SIGN_WITHIN);
    }
  }

  /** A network that vanished closes nothing: silence is the only sign of it. */
  #silentFor(milliseconds) {
    const silent = uptime() - this.#heard >= milliseconds;
    if (silent) {
      this.#closed(this.#socket, 1006);
    }
    return silent;
  }

  #closed(socket, code) {
    if (socket !== this.#socket || this.#state === "closed") {
      return;
    }
    this.#discard();
    this.#stopTimers();
    this.#requests.failAll();
    if (FINAL.has(code)) {
      this.#enter("closed");
      this.emit("refused", { reason: this.#refusal?.code ?? FINAL.get(code), message: this.#refusal?.message ?? "" });
      return;
    }
    this.#soonBack ||= SOON_BACK.has(code);
    this.#enter("lost");
    const soon = this.#soonBack && this.#backoff.tries < SOON_TRIES;
    this.#timers.retry = setTimeout(() => this.start(), this.#backoff.next(soon ? SOON_PAUSE : undefined));
  }

  #discard() {
    const socket = this.#socket;
    this.#socket = undefined;
    if (socket) {
      socket.onmessage = null;
      socket.onclose = null;
      socket.close(GIVEN_UP);
    }
  }

  #stopTimers() {
    clearTimeout(this.#timers.retry);
    clearTimeout(this.#timers.sign);
    clearInterval(this.#timers.ping);
  }

  #enter(state) {
    if (this.#state !== state) {
      this.#state = state;
      this.emit("state", state);
    }
  }
}
