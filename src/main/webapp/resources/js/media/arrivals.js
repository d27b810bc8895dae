import { inboundOf } from "./stats.js";

/** Requests for lost packets in one look from which on something is lost: a few are made where nothing is. */
const LEAST_ASKED = 3;
/** So many looks at a connection tell nothing: it begins with a key frame, and so do all others when somebody comes. */
const WARM_UP = 2;

/**
 * What arrived by each connection from one look to the next, sound and picture apart: `{kind, lost, frozen, concealed}`
 * as a row of StreamFigures has it, and with them `bytes`, `milliseconds` since the look before, and `losses`: whether
 * the network lost anything, so that it is not this computer alone that is slow.
 */
export class Arrivals {
  /** By connection: {counts, looks}, what was counted at the last look, and how many there were. */
  #before = new WeakMap();

  /** Rows of what arrived since the last look; none of what nothing came of, and none in the beginning. */
  async look(peer) {
    const report = await peer.getStats().catch(() => new Map());
    const now = [inboundOf(report, "audio"), inboundOf(report, "video")].filter(Boolean).map(countsOf);
    const { counts: before, looks } = this.#before.get(peer) ?? { looks: 0 };
    this.#before.set(peer, { counts: now, looks: looks + 1 });
    if (looks < WARM_UP) {
      return [];
    }
    return now
      .map((counts) => ({ counts, since: before.find(({ kind }) => kind === counts.kind) }))
      .filter(({ counts, since }) => since && counts.bytes > since.bytes)
      .map(({ counts, since }) => rowOf(counts, since));
  }
}

function countsOf(entry) {
  const count = (name) => entry[name] ?? 0;
  return {
    kind: entry.kind,
    bytes: count("bytesReceived"),
    received: count("packetsReceived"),
    lost: count("packetsLost"),
    asked: count("nackCount"),
    frames: count("framesDecoded"),
    frozen: 1000 * count("totalFreezesDuration"),
    at: count("timestamp"),
    samples: count("totalSamplesReceived"),
    madeUp: count("concealedSamples") - count("silentConcealedSamples"),
  };
}

function rowOf(now, before) {
  const since = (name) => Math.max(0, now[name] - before[name]);
  const lost = since("lost");
  return {
    kind: now.kind,
    bytes: since("bytes"),
    milliseconds: since("at"),
    lost: share(lost, since("received") + lost),
    // A picture that stands still is counted when it moves again.
    frozen: since("frames") === 0 ? since("at") : since("frozen"),
    concealed: share(since("madeUp"), since("samples")),
    losses: lost > 0 || since("asked") >= LEAST_ASKED,
  };
}

/** In thousandths. */
const share = (part, whole) => (whole > 0 ? Math.round((1000 * part) / whole) : 0);
