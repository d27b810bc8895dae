import { Bus } from "../shared/bus.js";
import { scoreOf } from "./stream-score.js";

/**
 * How well each stream of a meeting arrives, or the own one is sent, and on which side it suffers, as far as this page
 * can know: by comparing all streams. Worse is told at once, better when it lasts for two looks.
 *
 * Event: `changed`.
 */
export class ConnectionQuality extends Bus {
  /** By stream: {level, cause, value, side}. */
  #shown = new Map();
  /** Streams that were better at the last look than what is shown. */
  #better = new Set();

  /**
   * Of this stream: `{level, cause, value, side}`, undefined while nothing is known; all but `side` as of scoreOf.
   * `side`: "own" (what this page sends suffers, too), "way" (from the server to here: several suffer), "sender" (this
   * one alone does) or "unknown".
   */
  of(stream) {
    return this.#shown.get(stream);
  }

  /**
   * Takes what was measured over so many milliseconds: rows of StreamFigures, each with its `stream`.
   * `isScreen(stream)` and `isWanted(stream)`: whether it is a shared screen, and whether its picture is wanted at all.
   */
  take(rows, milliseconds, { isScreen = () => false, isWanted = () => true } = {}) {
    const counted = rows.filter(({ stream, sent, kind }) => sent || kind === "audio" || isWanted(stream));
    const scores = new Map();
    for (const row of counted) {
      const score = scoreOf(row, milliseconds, isScreen(row.stream));
      const worst = scores.get(row.stream);
      if (!worst || score.level < worst.level) {
        scores.set(row.stream, { ...score, sent: row.sent === true });
      }
    }
    const sides = new Sides([...scores.values()]);
    const next = new Map([...scores].map(([stream, score]) => [stream, { ...score, side: sides.of(score) }]));
    this.#show(next);
  }

  #show(next) {
    const shown = new Map();
    for (const [stream, score] of next) {
      const before = this.#shown.get(stream);
      const rises = before && score.level > before.level;
      const waits = rises && !this.#better.has(stream);
      shown.set(stream, waits ? before : score);
      if (waits) {
        this.#better.add(stream);
      } else {
        this.#better.delete(stream);
      }
    }
    this.#shown = shown;
    this.emit("changed");
  }
}

/** Of so many streams that arrive some must be compared. */
const COMPARED = 2;

/** Compares how streams are at the same moment. */
class Sides {
  #received;
  #bad;
  #sendingSuffers;

  constructor(scores) {
    this.#received = scores.filter(({ sent }) => !sent).length;
    this.#bad = scores.filter(({ sent, level }) => !sent && level < 3).length;
    this.#sendingSuffers = scores.some(
      ({ sent, level, cause }) => sent && level < 3 && ["loss", "delay", "bandwidth"].includes(cause),
    );
  }

  of({ sent, level, cause }) {
    if (level === 3) {
      return undefined;
    }
    if (sent || (this.#sendingSuffers && cause !== "slow")) {
      return "own";
    }
    if (this.#received < COMPARED) {
      return cause === "delay" ? "way" : "unknown";
    }
    if (2 * this.#bad > this.#received) {
      return cause === "slow" ? "unknown" : "way"; // This computer may be too busy as well.
    }
    return cause === "delay" ? "way" : "sender";
  }
}
