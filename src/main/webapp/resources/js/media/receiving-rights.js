import { uptime } from "../shared/clock.js";

/** What was asked for beforehand is good for so long; the server's own bound is longer. */
const AHEAD = 5_000;

/** The right to begin a receiver: of a door that needs none, asked for beforehand, or when it is needed. */
export class ReceivingRights {
  #request;
  /** Where a connection begins without a ticket, until that is used. */
  #door;
  /** `{ticket, at}`: a promise of one, or of undefined, and when it was asked for. */
  #ahead;

  /** @param request asks for the right: a promise of a ticket */
  constructor(request) {
    this.#request = request;
  }

  /** The next connection begins at this address, without a ticket. */
  goBy(door) {
    this.#door = door;
  }

  /** Asks now; the promise is what came of it, undefined if it was refused or is not wanted any more. */
  async ask() {
    const ahead = { ticket: this.#request().catch(() => undefined), at: uptime() };
    this.#ahead = ahead;
    const ticket = await ahead.ticket;
    return this.#ahead === ahead ? ticket : undefined;
  }

  /** A promise of a ticket, or of the door as one: `{url}`. Each is given once, and not when it is too old. */
  async take() {
    const url = this.#door;
    this.#door = undefined;
    if (url) {
      return { url };
    }
    const { ticket, at } = this.#ahead ?? {};
    this.#ahead = undefined;
    return (uptime() - at < AHEAD ? await ticket : undefined) ?? this.#request();
  }

  /** Nothing that there was is wanted any more. */
  drop() {
    this.#door = undefined;
    this.#ahead = undefined;
  }
}
