import { Bus } from "../shared/bus.js";
import { Player } from "./player.js";

/** A stream that left the air keeps its connection for this long, since most come back (a reload). */
const KEEP_OFF_AIR = 20_000;
const PLAYED = new Set(["camera", "device"]);

/**
 * Plays the streams of everybody in a room, except of those whom the person does not want to watch.
 *
 * Events: `tracks` ({member, audio, video}), `state` ({member, state}), `watching` ({member, watched}).
 */
export class Audience extends Bus {
  #requestTicket;
  /** By member id: {player, stream, leaving: the timer that ends it after the stream left the air}. */
  #seats = new Map();
  #unwatched = new Set();

  constructor(requestTicket) {
    super();
    this.#requestTicket = requestTicket;
  }

  /** Plays what `members` have on air now, and stops what they no longer have. */
  update(members) {
    const present = new Set(members.map((member) => member.id));
    [...this.#seats.keys()].filter((id) => !present.has(id)).forEach((id) => this.#stop(id));
    members.forEach((member) => this.#follow(member));
    this.#unwatched.forEach((id) => present.has(id) || this.#unwatched.delete(id));
  }

  isWatched(id) {
    return !this.#unwatched.has(id);
  }

  /** "connecting", "connected", "retrying", or "closed" when nothing of `id` is played. */
  stateOf(id) {
    return this.#seats.get(id)?.player.state ?? "closed";
  }

  /** Starts or stops receiving `member`; while stopped not one byte of the stream arrives. */
  watch(member, watched) {
    if (watched) {
      this.#unwatched.delete(member.id);
    } else {
      this.#unwatched.add(member.id);
      this.#stop(member.id);
    }
    this.emit("watching", { member: member.id, watched });
    this.#follow(member);
  }

  /** Makes every connection anew: the media node was restarted. */
  restartAll() {
    this.#seats.forEach(({ player }) => player.restart());
  }

  /** Ends everything. */
  close() {
    return Promise.all([...this.#seats.keys()].map((id) => this.#stop(id)));
  }

  /** The players by member id, for statistics. */
  get players() {
    return [...this.#seats].map(([member, { player }]) => ({ member, player }));
  }

  #follow(member) {
    const stream = member.streams.find(({ source }) => PLAYED.has(source));
    const seat = this.#seats.get(member.id);
    if (!this.isWatched(member.id)) {
      return;
    }
    if (!stream) {
      this.#leaveLater(member.id, seat);
    } else if (!seat || seat.stream.name !== stream.name) {
      this.#stop(member.id);
      this.#play(member.id, stream);
    } else {
      clearTimeout(seat.leaving);
      seat.leaving = undefined;
      seat.stream = stream;
      seat.player.onAir(stream);
    }
  }

  #leaveLater(id, seat) {
    if (seat && seat.leaving === undefined) {
      seat.leaving = setTimeout(() => this.#stop(id), KEEP_OFF_AIR);
    }
  }

  #play(id, stream) {
    const player = new Player(stream, this.#requestTicket);
    this.#seats.set(id, { player, stream, leaving: undefined });
    player.on("tracks", (tracks) => this.emit("tracks", { member: id, ...tracks }));
    player.on("state", (state) => this.emit("state", { member: id, state }));
    player.start();
  }

  #stop(id) {
    const seat = this.#seats.get(id);
    if (!seat) {
      return undefined;
    }
    clearTimeout(seat.leaving);
    this.#seats.delete(id);
    const closed = seat.player.close();
    this.emit("tracks", { member: id });
    return closed;
  }
}
