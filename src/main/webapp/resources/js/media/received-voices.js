import { Bus } from "../shared/bus.js";
import { levelOfPower } from "./level-meter.js";

const LOOK_EVERY = 200;
/** Whoever is not said to speak is looked at only in every so many rounds. */
const QUIET_ONE_IN = 5;

/**
 * How loud the voices are that really arrive, as the browser's own statistics tell: without any sound work of the page
 * itself, which would take more of the processor for each person in the room.
 *
 * Event: `levels`, after each look.
 */
export class ReceivedVoices extends Bus {
  #players;
  #speaking;
  #timer;
  #round = 0;
  /** By member: {level, arrives, energy, seconds, packets}. */
  #heard = new Map();

  /**
   * `players()` answers what is played, `{member, slot, player}` as of Audience; `speaking()` the ids of those who are
   * said to speak.
   */
  constructor(players, speaking) {
    super();
    this.#players = players;
    this.#speaking = speaking;
  }

  /** Looks regularly, until `stop`. */
  start() {
    this.#timer ??= setInterval(() => this.look(), LOOK_EVERY);
  }

  stop() {
    clearInterval(this.#timer);
    this.#timer = undefined;
    this.#heard.clear();
  }

  /**
   * How loud this member arrives now, 0 to 1; 0 as well when nothing does. Chromium 156 tells how loud the page plays
   * it: less where the person turned it down, and nothing where it is muted.
   */
  levelOf(member) {
    return this.#heard.get(member)?.level ?? 0;
  }

  /** Whether anything of this member arrives now, however loud it is played. */
  arrives(member) {
    return this.#heard.get(member)?.arrives ?? false;
  }

  /** Looks once; the promise resolves when all is known. */
  async look() {
    this.#round += 1;
    const speaking = this.#speaking();
    const voices = this.#players().filter(({ slot, player }) => slot === "main" && player.peer);
    const here = new Set(voices.map(({ member }) => member));
    [...this.#heard.keys()].filter((member) => !here.has(member)).forEach((member) => this.#heard.delete(member));
    const due = voices.filter(
      ({ member }) => this.#round % QUIET_ONE_IN === 0 || speaking.has(member) || this.levelOf(member) > 0,
    );
    await Promise.all(due.map(({ member, player }) => this.#measure(member, player.peer)));
    this.emit("levels");
  }

  async #measure(member, peer) {
    const receiver = peer.getReceivers().find(({ track }) => track.kind === "audio");
    const report = await receiver?.getStats().catch(() => undefined);
    if (!receiver) {
      this.#heard.delete(member);
    }
    for (const entry of report?.values() ?? []) {
      if (entry.type === "inbound-rtp") {
        this.#take(member, entry);
      }
    }
  }

  /** Between two looks, energy over time is the mean square (W3C webrtc-stats, totalAudioEnergy). */
  #take(member, { totalAudioEnergy: energy = 0, totalSamplesDuration: seconds = 0, packetsReceived: packets = 0 }) {
    const before = this.#heard.get(member) ?? { energy, seconds, packets };
    const passed = seconds - before.seconds;
    const level = passed > 0 ? levelOfPower(Math.max(0, energy - before.energy) / passed) : 0;
    this.#heard.set(member, { level, arrives: packets > before.packets, energy, seconds, packets });
  }
}
