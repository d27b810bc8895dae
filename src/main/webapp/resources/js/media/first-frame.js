import { uptime } from "../shared/clock.js";
import { isSeen } from "../shared/seen.js";
import { inboundOf } from "./stats.js";

const LOOK_EVERY = 2_000;
/** So many packets are more than one whole picture. */
const ENOUGH = 50;
/** A decoder that can show them needs one whole picture, which is asked for every second. */
const BLIND_AFTER = 8_000;

/** Notices that a picture arrives of which the browser can decode nothing. */
export class FirstFrame {
  #onBlind;
  #timer;
  #peer;
  #since;

  /** `onBlind()` is told once for each connection. */
  constructor(onBlind) {
    this.#onBlind = onBlind;
  }

  /** Looks at this connection until a picture is shown, or `stop`. */
  watch(peer) {
    if (peer !== this.#peer) {
      this.stop();
      this.#peer = peer;
      this.#later();
    }
  }

  stop() {
    clearTimeout(this.#timer);
    this.#peer = undefined;
    this.#since = undefined;
  }

  #later() {
    this.#timer = setTimeout(() => this.#look(this.#peer), LOOK_EVERY);
  }

  async #look(peer) {
    const picture = await pictureOf(peer);
    if (peer !== this.#peer) {
      return;
    }
    if (picture?.framesDecoded > 0) {
      clearTimeout(this.#timer);
    } else if (this.#isBlindTo(picture)) {
      clearTimeout(this.#timer);
      this.#onBlind();
    } else {
      this.#later();
    }
  }

  #isBlindTo({ packetsReceived = 0, framesReceived } = {}) {
    if (packetsReceived < ENOUGH || framesReceived === 0 || !isSeen()) {
      this.#since = undefined;
      return false;
    }
    this.#since ??= uptime();
    return uptime() - this.#since >= BLIND_AFTER;
  }
}

async function pictureOf(peer) {
  const report = await peer.getStats().catch(() => new Map());
  return inboundOf(report, "video");
}
