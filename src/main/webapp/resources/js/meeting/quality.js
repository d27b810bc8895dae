import { streamIn } from "../media/audience.js";
import { StreamFigures } from "../media/stream-figures.js";
import { browserVersionOf } from "../shared/browsers.js";
import { uptime } from "../shared/clock.js";
import { isSeen } from "../shared/seen.js";

/** So many sounds and pictures are told at most; the own ones come first. */
const MOST = 64;
const NOBODY = { streams: [] };

/**
 * Measures now and then how the meeting's streams are and tells the server, as often as its `welcome` says: in one
 * message, and only while something flows. `meeting.quality` gets the same.
 */
export function tellQuality(connection, meeting) {
  new QualityReports(connection, meeting);
}

class QualityReports {
  #connection;
  #meeting;
  #figures = new StreamFigures();
  #seconds = 0;
  #timer;
  #looked;
  /** Told once by each connection. */
  #browser;
  /** The streams whose picture was not wanted, or not sent, at some time since the last look: it had to stand still. */
  #paused = new Set();

  constructor(connection, meeting) {
    this.#connection = connection;
    this.#meeting = meeting;
    meeting.wanted.on("changed", () => this.#notePaused());
    meeting.audience.receiving?.on("short", () => this.#notePaused());
    connection.on("welcome", ({ message }) => this.#begin(message.quality?.seconds ?? 0));
  }

  #begin(seconds) {
    this.#browser = browserVersionOf(globalThis.navigator?.userAgent ?? "").slice(0, 80) || undefined;
    clearTimeout(this.#timer);
    this.#seconds = seconds;
    this.#later();
  }

  #later() {
    if (this.#seconds > 0) {
      this.#timer = setTimeout(() => this.#look(), this.#seconds * 1000);
    }
  }

  async #look() {
    const timer = this.#timer;
    const before = this.#looked;
    this.#looked = uptime();
    const streams = await this.#measure();
    if (timer === this.#timer) {
      this.#judge(streams, this.#looked - before);
      this.#tell(streams, Math.round(this.#looked - before));
      this.#later();
    }
  }

  /** What is not seen need not be drawn, and is no worse for that. */
  #judge(streams, milliseconds) {
    const { quality, room, wanted } = this.#meeting;
    if (streams.length > 0 && isSeen()) {
      const screens = new Set([...room.members.values()].map((member) => streamIn("screen", member)?.name));
      quality.take(streams, milliseconds, {
        isScreen: (stream) => screens.has(stream),
        isWanted: (stream) => wanted.of(stream)?.height !== 0 && this.#comes(stream),
      });
    }
  }

  #tell(streams, milliseconds) {
    if (streams.length === 0 || !this.#meeting.room.seated || this.#connection.state !== "open") {
      return;
    }
    const hidden = isSeen() ? undefined : true;
    this.#connection.send({ type: "report-quality", milliseconds, browser: this.#browser, hidden, streams });
    this.#browser = undefined;
  }

  async #measure() {
    const all = await Promise.all(this.#connections().map((one) => this.#measureOne(one)));
    this.#paused.clear();
    this.#notePaused();
    return all.flat().slice(0, MOST);
  }

  async #measureOne({ stream, peer, since }) {
    const rows = await this.#figures.look(peer, since);
    return rows.map((row) => ({ stream, ...(this.#paused.has(stream) && row.kind === "video" ? still(row) : row) }));
  }

  #notePaused() {
    const { audience, wanted } = this.#meeting;
    wanted.all.filter(({ height }) => height === 0).forEach(({ stream }) => this.#paused.add(stream));
    const played = audience.players.map(({ stream }) => stream.name);
    played.filter((stream) => !this.#comes(stream)).forEach((stream) => this.#paused.add(stream));
  }

  /** Whether there is room for its picture. */
  #comes(stream) {
    return this.#meeting.shortageOf(stream)?.shown !== false;
  }

  /** What is sent, then what is played, by its stream's name. */
  #connections() {
    const { room, publisher, sharing, audience } = this.#meeting;
    const own = [
      { stream: streamIn("main", room.self ?? NOBODY)?.name, peer: publisher.peer },
      { stream: streamIn("screen", room.self ?? NOBODY)?.name, peer: sharing.publisher.peer },
    ];
    const others = audience.players.map(({ stream, player }) => ({
      stream: stream.name,
      peer: player.peer,
      since: player.awaitedSince,
    }));
    return [...own, ...others].filter(({ stream, peer }) => stream && peer);
  }
}

/** A picture that was not wanted all the time: browsers count as a freeze what passed until it came back. */
function still(row) {
  const known = { ...row };
  ["frameRate", "freezes", "frozen"].forEach((name) => delete known[name]);
  return known;
}
