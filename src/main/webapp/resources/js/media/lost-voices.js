import { Bus } from "../shared/bus.js";
import { uptime } from "../shared/clock.js";
import { inboundOf } from "./stats.js";

const LOOK_EVERY = 1_000;
/** Microphones that are open send fifty packets a second, whether somebody speaks or not. */
const LOST_AFTER = 2_500;

/**
 * Of whom nothing arrives any more though they are said to speak: their network or their page is gone, and the server
 * does not know yet. Looks at those only who are said to speak.
 *
 * Event: `changed`, when it is others now.
 */
export class LostVoices extends Bus {
  #players;
  #speaking;
  /** By member: {packets, since: when they were so many}. */
  #seen = new Map();
  #lost = new Set();
  #timer;

  /** `players()` answers what is played, as of Audience; `speaking()` the ids of those who are said to speak. */
  constructor(players, speaking) {
    super();
    this.#players = players;
    this.#speaking = speaking;
  }

  has(member) {
    return this.#lost.has(member);
  }

  /** Somebody else may speak now. */
  follow() {
    if (this.#speaking().size > 0) {
      this.#timer ??= setTimeout(() => this.#look(), LOOK_EVERY);
    }
  }

  stop() {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#seen.clear();
    this.#lost.clear();
  }

  async #look() {
    const timer = this.#timer;
    const speaking = this.#speaking();
    const voices = this.#players().filter(
      ({ slot, player, member }) => slot === "main" && player.carriesSound && speaking.has(member),
    );
    const packets = await Promise.all(voices.map(({ player }) => soundPacketsOf(player.peer)));
    if (timer !== this.#timer) {
      return; // It was stopped meanwhile.
    }
    this.#timer = undefined;
    this.#take(new Map(voices.map(({ member }, index) => [member, packets[index]])));
    this.follow();
  }

  #take(arrived) {
    const now = uptime();
    [...this.#seen.keys()].filter((member) => !arrived.has(member)).forEach((member) => this.#seen.delete(member));
    for (const [member, packets] of arrived) {
      if (this.#seen.get(member)?.packets !== packets) {
        this.#seen.set(member, { packets, since: now });
      }
    }
    const lost = new Set(
      [...this.#seen].filter(([, { since }]) => now - since >= LOST_AFTER).map(([member]) => member),
    );
    const others = lost.size !== this.#lost.size || [...lost].some((member) => !this.#lost.has(member));
    this.#lost = lost;
    if (others) {
      this.emit("changed");
    }
  }
}

async function soundPacketsOf(peer) {
  const report = await peer.getStats().catch(() => new Map());
  return inboundOf(report, "audio")?.packetsReceived;
}
