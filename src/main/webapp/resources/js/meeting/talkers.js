import { Bus } from "../shared/bus.js";
import { uptime } from "../shared/clock.js";
import { compareNames } from "../shared/texts.js";
import { TalkOrder } from "./talk-order.js";

/**
 * The order in which everybody who is heard in a room is listed: those who take part in the conversation first.
 *
 * Event: `due`, when the order is another one though nothing happened.
 */
export class Talkers extends Bus {
  #order = new TalkOrder();
  #timer;
  #last = [];

  /** `looks`, as of lookOf, in order; `steady`: somebody uses the list, and nothing may move away from them. */
  arrange(looks, steady, now = uptime()) {
    clearTimeout(this.#timer);
    const sorted = [...looks].sort((a, b) => Number(b.own) - Number(a.own) || compareNames(a.name, b.name));
    const speaking = new Set(sorted.filter((look) => look.speaking).map(({ id }) => id));
    const { order, again } = this.#order.of(sorted, speaking, now);
    if (again !== undefined) {
      this.#timer = setTimeout(() => this.emit("due"), again);
    }
    if (steady) {
      this.#keepPlaces(order);
    }
    this.#last = order.map(({ id }) => id);
    return order;
  }

  #keepPlaces(order) {
    const place = new Map(this.#last.map((id, index) => [id, index]));
    order.sort((a, b) => (place.get(a.id) ?? Infinity) - (place.get(b.id) ?? Infinity) || 0);
  }
}
