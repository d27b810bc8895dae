import { PATIENCE } from "../media/director.js";
import { Bus } from "../shared/bus.js";
import { uptime } from "../shared/clock.js";

/**
 * Views a room without a seat: has played whom the director shows, as people come, go and are chosen.
 *
 * Events: `changed`, `left` ({left, shown}: whoever was shown is not any more, as of Director, and who is instead).
 */
export class Viewing extends Bus {
  #room;
  #director;
  #player;
  #decided = { onAir: [] };
  #watching = false;
  #blocked = false;
  #waiting;

  /** `room` is a WatchedRoom, `player` a LivePlayer. */
  constructor(room, director, player) {
    super();
    this.#room = room;
    this.#director = director;
    this.#player = player;
    room.on("watching", () => {
      this.#watching = true;
      this.#follow();
    });
    room.on("changed", () => this.#follow());
    room.on("closed", () => this.stop());
    room.on("refused", () => this.stop());
    player.on("state", (state) => this.#setBlocked(this.#blocked && state === "loading"));
    player.on("blocked", () => this.#setBlocked(true));
  }

  /** Those who could be shown, in the order in which they came on air. */
  get onAir() {
    return this.#decided.onAir;
  }

  /** The member who is shown, or waited for. */
  get shown() {
    return this.#decided.shown;
  }

  /** "connecting", "nobody" (is on air), "off" (the one who is shown is not), "blocked", or as of LivePlayer. */
  get state() {
    if (!this.#watching) {
      return "connecting";
    }
    const { shown, stream } = this.#decided;
    if (stream) {
      return this.#blocked ? "blocked" : this.#player.state;
    }
    return shown ? "off" : "nobody";
  }

  /** The person wants to see this member. */
  choose(id) {
    this.#director.choose(id);
    this.#follow();
  }

  /** Plays nothing any more. */
  stop() {
    this.#watching = false;
    clearTimeout(this.#waiting);
    this.#player.show(undefined);
  }

  #follow() {
    if (!this.#watching) {
      return;
    }
    this.#decided = this.#director.decide(this.#room.members, uptime());
    const { left, shown, stream } = this.#decided;
    if (left !== undefined) {
      this.emit("left", { left, shown });
    }
    clearTimeout(this.#waiting);
    if (shown && !stream) {
      this.#waiting = setTimeout(() => this.#follow(), PATIENCE);
    }
    this.#player.show(stream);
    this.emit("changed");
  }

  /** The browser wants a click before it plays. */
  #setBlocked(blocked) {
    this.#blocked = blocked;
    this.emit("changed");
  }
}
