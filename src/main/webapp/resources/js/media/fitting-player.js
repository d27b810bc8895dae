import { Bus } from "../shared/bus.js";
import { uptime } from "../shared/clock.js";
import { canDecode } from "./codecs.js";
import { shapeOf } from "./player.js";
import { inboundOf } from "./stats.js";

/** How soon it is looked again whether a new connection shows its first picture. */
const LOOK_AFTER = 100;
/** A camera that is off sends no picture: a new connection is good without one after so long. */
const PICTURE_WITHIN = 3_000;

const keyOf = (stream) => `${stream.name} ${shapeOf(stream)}`;

/**
 * Plays somebody's camera in what its tile needs, where the media node sends every stream as it comes: the large
 * stream, the small one beside it, or the sound alone. Whatever was played is played until the new connection shows a
 * picture. Used like a Player, with the same events.
 */
export class FittingPlayer extends Bus {
  #stream;
  #small;
  #upTo;
  #wish;
  #make;
  /** {key, stream, player} of what is seen and heard. */
  #current;
  /** The same of what takes its place as soon as it shows something. */
  #next;
  #picture = new MediaStream();
  #switched = false;
  #started = false;
  #timer;

  /**
   * @param stream as of Player
   * @param small the small stream of the same camera, if there is one
   * @param upTo the most lines for which the small one will do
   * @param wish `(stream) => {height}`: how many lines are of use, 0 for none; undefined while that is not known
   * @param make makes the Player of a stream
   */
  constructor(stream, small, { upTo, wish, make }) {
    super();
    this.#stream = stream;
    this.#small = small;
    this.#upTo = upTo;
    this.#wish = wish;
    this.#make = make;
    this.#current = this.#playing(this.#choice);
  }

  get state() {
    return this.#current.player.state;
  }

  get peer() {
    return this.#current.player.peer;
  }

  /** The stream that is seen and heard now: the large one, the small one, or what is left of it without its picture. */
  get playing() {
    return this.#current.stream;
  }

  get carriesSound() {
    return this.#current.player.carriesSound;
  }

  get undecodable() {
    return this.#current.player.undecodable;
  }

  /** As of Player; the picture's MediaStream stays the same, so that a video goes on with its last picture. */
  get received() {
    const { video, ...others } = this.#current.player.received;
    return video ? { ...others, video: this.#shows(video) } : others;
  }

  /** As of Player; nobody waits when one connection follows another. */
  get awaitedSince() {
    return this.#switched ? undefined : this.#current.player.awaitedSince;
  }

  start() {
    this.#started = true;
    this.#current.player.start();
    this.fit();
  }

  /** As of Player; `small` as of the constructor. */
  onAir(stream, small) {
    this.#stream = stream;
    this.#small = small;
    this.fit();
  }

  /** Looks whether something else is to be played: the tile has another size, or there is another stream. */
  fit() {
    const chosen = this.#choice;
    const key = keyOf(chosen);
    if (!this.#started || key === this.#next?.key) {
      return;
    }
    this.#drop();
    if (key !== this.#current.key) {
      this.#next = this.#playing(chosen);
      this.#next.player.start();
      this.#look();
    }
  }

  restart() {
    this.#drop();
    this.fit();
    return this.#current.player.restart();
  }

  close() {
    this.#started = false;
    this.#drop();
    return this.#current.player.close();
  }

  /** The stream to be played now. Whose size is not known yet begins with what is quickly there. */
  get #choice() {
    const height = this.#wish(this.#stream.name)?.height;
    if (height === 0 && this.#stream.audio) {
      return { ...this.#stream, video: false, codec: undefined };
    }
    return this.#smallWillDo(height) ? this.#small : this.#stream;
  }

  #smallWillDo(height = 0) {
    const { video, audio, codec } = this.#small ?? {};
    const same = Boolean(audio) === Boolean(this.#stream.audio);
    return Boolean(video) && same && canDecode(codec) && height <= this.#upTo;
  }

  #playing(stream) {
    const one = { key: keyOf(stream), stream, picture: Boolean(stream.video), player: this.#make(stream) };
    for (const event of ["tracks", "state", "failed", "undecodable"]) {
      const told = (value) => this.emit(event, event === "tracks" ? this.received : value);
      one.player.on(event, (value) => this.#current === one && told(value));
    }
    return one;
  }

  /** As long as nothing is seen or heard there is nothing to wait for. */
  async #look() {
    const next = this.#next;
    const shown = this.state !== "connected" || (await isThere(next));
    if (next !== this.#next || !this.#started) {
      return;
    }
    if (shown) {
      this.#switch();
    } else {
      this.#timer = setTimeout(() => this.#look(), LOOK_AFTER);
    }
  }

  #switch() {
    const before = this.#current;
    this.#current = this.#next;
    this.#next = undefined;
    this.#switched = true;
    this.emit("tracks", this.received);
    this.emit("state", this.state);
    before.player.close();
    if (this.undecodable) {
      this.emit("undecodable");
    }
  }

  #shows(video) {
    const tracks = video.getTracks();
    const before = this.#picture.getTracks().filter((track) => !tracks.includes(track));
    tracks.forEach((track) => this.#picture.addTrack(track));
    before.forEach((track) => this.#picture.removeTrack(track));
    return this.#picture;
  }

  #drop() {
    clearTimeout(this.#timer);
    this.#next?.player.close();
    this.#next = undefined;
  }
}

/** Whether a connection carries what it is for. */
async function isThere(one) {
  const { player, picture } = one;
  if (player.state !== "connected") {
    return false;
  }
  one.since ??= uptime();
  const report = await player.peer.getStats().catch(() => new Map());
  const came = picture
    ? inboundOf(report, "video")?.framesDecoded > 0
    : inboundOf(report, "audio")?.packetsReceived > 0;
  return came || player.undecodable || uptime() - one.since >= PICTURE_WITHIN;
}
