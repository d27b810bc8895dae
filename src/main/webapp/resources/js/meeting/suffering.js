import { Arrivals } from "../media/arrivals.js";
import { settings } from "../shared/settings.js";
import { LinkCapacity } from "./link-capacity.js";
import { scoreOf } from "./stream-score.js";

const LOOK_EVERY = 2_000;
/** So many looks in a row the link must suffer before less is wanted. */
const LOOKS = 2;
/** The same where whoever publishes sends less for this page alone, which comes first. */
const LOOKS_ALONE = 5;

/**
 * Looks after what arrives badly, where the media node sends everybody the same, however narrow their link is: tells
 * the server whose streams do, so that whoever publishes them sends less when most suffer; and wants less itself where
 * it is the own link: when most streams suffer, or those that are most of what comes.
 */
export class Suffering {
  #meeting;
  #arrivals = new Arrivals();
  #capacity = new LinkCapacity();
  /** The streams that did not arrive well at the last look, though not badly enough to be told at once. */
  #fair = new Set();
  #told = false;
  #timer;

  /** `meeting`: its room, audience and wanted pictures. */
  constructor(meeting) {
    this.#meeting = meeting;
  }

  /** Looks from now on, where that is of use. */
  start() {
    if (settings.media === "srs" && this.#timer === undefined) {
      this.#later();
    }
  }

  stop() {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  #later() {
    this.#timer = setTimeout(() => this.#look(), LOOK_EVERY);
  }

  async #look() {
    const timer = this.#timer;
    const all = await Promise.all(this.#meeting.audience.players.map((one) => this.#lookAt(one)));
    if (timer === this.#timer) {
      this.#later();
      this.#judge(all.filter(({ rows }) => rows.length > 0));
    }
  }

  async #lookAt({ slot, stream, player }) {
    const playing = player.playing ?? stream;
    const rows = player.peer ? await this.#arrivals.look(player.peer) : [];
    const level = Math.min(3, ...rows.map((row) => levelOf(row, slot === "screen")));
    return { stream: stream.name, whole: playing.video && playing.name === stream.name, rows, level };
  }

  /** What is poor suffers at once, what is fair when it lasts. */
  #judge(all) {
    const suffering = all.filter(({ stream, level }) => level === 1 || (level === 2 && this.#fair.has(stream)));
    this.#fair = new Set(all.filter(({ level }) => level < 3).map(({ stream }) => stream));
    const names = suffering.filter(({ whole }) => whole).map(({ stream }) => stream);
    this.#tell(names);
    if (all.length === 0) {
      return; // Nothing at all comes: that says nothing of how much would.
    }
    const { room, wanted } = this.#meeting;
    const alone = room.others.length === 1 && names.length > 0;
    const bytes = bytesOf(all);
    // A page in the background looks later.
    const milliseconds = Math.max(1, ...all.flatMap(({ rows }) => rows.map((row) => row.milliseconds)));
    this.#capacity.take({
      suffers: 2 * suffering.length > all.length || 2 * bytesOf(suffering) > bytes,
      received: (8_000 * bytes) / milliseconds,
      needed: wanted.needed,
      milliseconds,
      looks: alone ? LOOKS_ALONE : LOOKS,
    });
    wanted.carry(this.#capacity.limit);
  }

  /** Told as long as it is so, for the server forgets it, and once that it is not any more. */
  #tell(names) {
    if (names.length > 0 || this.#told) {
      this.#told = names.length > 0;
      this.#meeting.room.reportSuffering(names);
    }
  }
}

const bytesOf = (all) => all.flatMap(({ rows }) => rows).reduce((sum, { bytes }) => sum + bytes, 0);

/** As of scoreOf; what no packet was lost of is not for the network to carry. */
function levelOf({ kind, lost, frozen, concealed, losses, milliseconds }, screen) {
  return losses ? scoreOf({ kind, lost, frozen, concealed }, milliseconds, screen).level : 3;
}
