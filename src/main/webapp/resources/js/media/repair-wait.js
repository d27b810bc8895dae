import { inboundOf } from "./stats.js";

const LOOK_EVERY = 3_000;
/** Milliseconds that a picture waits before it is shown. */
const FIRST = 200;
const STEP = 150;
const MOST = 500;
const FORGOTTEN_AFTER = 30_000;
/**
 * Requests in one look from which on something is lost. Fewer come where nothing is: behind each pause of a camera by
 * RTMP a browser asks for a packet or two that are under way, and SRS repairs so that browsers cannot count repairs.
 */
const LEAST = 3;
/** Seconds of a stop: of longer ones it is not a repair that comes too late, but the sender that sends nothing. */
const LONGEST_STOP = 1;
const NOTHING = { losses: 0, stops: 0, stopped: 0 };

/**
 * Lets pictures wait a little where they stop for what is lost on the way and sent again. Browsers allow for as long as
 * that takes only if they know it, and between two people there is a server, of whose other side they know nothing.
 * Sound waits as long, so that lips fit. What comes as it should is shown at once, as ever.
 */
export class RepairWait {
  #timer;
  #peer;
  #known;
  #wait = 0;
  /** The losses and stops that were counted when it looked last; those of a path that was lost mean nothing. */
  #counted;
  #calm = 0;

  /** Looks at this connection until `stop`; one that is made anew begins with what the one before has learnt. */
  watch(peer) {
    if (peer !== this.#peer) {
      this.stop();
      this.#peer = peer;
      this.#counted = peer === this.#known ? undefined : NOTHING;
      this.#known = peer;
      this.#apply();
      this.#later();
    }
  }

  stop() {
    clearTimeout(this.#timer);
    this.#peer = undefined;
  }

  /** What comes by this receiver now, and by another one before, waits as long as what it comes with, or not at all. */
  applyTo(receiver) {
    if (receiver) {
      receiver.jitterBufferTarget = this.#peer && this.#wait > 0 ? this.#wait : null;
    }
  }

  #later() {
    this.#timer = setTimeout(() => this.#look(this.#peer), LOOK_EVERY);
  }

  async #look(peer) {
    const counts = await countsOf(peer);
    if (peer !== this.#peer) {
      return;
    }
    if (this.#counted) {
      const losses = counts.losses - this.#counted.losses;
      const stops = counts.stops - this.#counted.stops;
      const stopped = counts.stopped - this.#counted.stopped;
      this.#judge(losses, stops > 0 && stopped <= stops * LONGEST_STOP);
    }
    this.#counted = counts;
    this.#later();
  }

  #judge(losses, stopped) {
    this.#calm = losses > 0 ? 0 : this.#calm + LOOK_EVERY;
    if (losses >= LEAST && stopped) {
      this.#change(Math.min(MOST, this.#wait === 0 ? FIRST : this.#wait + STEP));
    } else if (this.#calm >= FORGOTTEN_AFTER) {
      this.#change(0);
    }
  }

  #change(wait) {
    if (wait !== this.#wait) {
      this.#wait = wait;
      this.#apply();
    }
  }

  #apply() {
    this.#peer.getReceivers().forEach((receiver) => this.applyTo(receiver));
  }
}

/** How often a picture's packets were asked for again, how often it stood still, and for how many seconds together. */
async function countsOf(peer) {
  const report = await peer.getStats().catch(() => new Map());
  const picture = inboundOf(report, "video");
  const { nackCount = 0, freezeCount = 0, totalFreezesDuration = 0 } = picture ?? {};
  return { losses: nackCount, stops: freezeCount, stopped: totalFreezesDuration };
}
