import { Bus } from "../shared/bus.js";
import { canDecode } from "./codecs.js";
import { FittingPlayer } from "./fitting-player.js";
import { Player } from "./player.js";
import { SlotPlayer } from "./slot-player.js";

/** The streams of one member are played side by side: the person (or device), and the screen. */
const SLOTS = new Map([
  ["main", { sources: ["camera", "device"], keepOffAir: 20_000 }],
  ["screen", { sources: ["screen"], keepOffAir: 5_000 }],
]);

/** A camera in few lines, beside the large one. */
const SMALL = "camera-small";

const keyOf = (id, slot) => `${id}/${slot}`;

/** The stream that `member` has in this slot, "main" or "screen", if any. */
export function streamIn(slot, member) {
  return member.streams.find(({ source }) => SLOTS.get(slot).sources.includes(source));
}

/** The small stream of the same camera as this one, if `member` sends one. */
export function smallBeside(stream, member) {
  return stream?.source === "camera" ? member.streams.find(({ source }) => source === SMALL) : undefined;
}

/**
 * Plays the streams of everybody in a room, except of those whom the person does not want to watch. A stream that left
 * the air keeps its connection for a while, since most come back (a reload).
 *
 * Events: `tracks` ({member, slot, audio, video}), `state` ({member, slot, state}), `watching` ({member, watched}),
 * `undecodable` ({member, slot, stream}: the browser cannot show its picture), `failed` ({stream, step, reason}: no
 * connection to it, as of MediaSession).
 */
export class Audience extends Bus {
  #requestTicket;
  #receiving;
  /** By key: {member, slot, player, stream, leaving: the timer that ends it after the stream left the air}. */
  #seats = new Map();
  #unwatched = new Set();
  #spare;
  #fitting;

  /**
   * @param receiving the Receiving by which all are played, where the server does that
   * @param fitting how cameras are played as large as they are shown, as of FittingPlayer, where they are
   */
  constructor(requestTicket, receiving, fitting) {
    super();
    this.#requestTicket = requestTicket;
    this.#receiving = receiving;
    this.#fitting = fitting;
    receiving?.on("failed", (failure) => this.#tellFailed(failure));
    receiving?.on("unusable", () => this.#playEachAlone());
  }

  /** By which all are played, if they are. */
  get receiving() {
    return this.#receiving;
  }

  /** Whether pictures come as large as they are shown. */
  get fits() {
    return Boolean(this.#receiving ?? this.#fitting);
  }

  /** Plays pictures by these wishes from now on: `wish(stream)` is `{height}`, or undefined while that is not known. */
  follow(wish) {
    this.#receiving?.follow(wish);
    if (this.#fitting) {
      this.#fitting = { ...this.#fitting, wish };
    }
  }

  /** The wishes may be others. */
  fit() {
    this.#receiving?.update();
    this.#seats.forEach(({ player }) => player.fit?.());
  }

  /** Gets a connection ready for somebody who is about to send sound and picture. */
  expect() {
    if (this.#receiving) {
      this.#receiving.prepare();
      return;
    }
    this.#spare ??= new Player({ audio: true, video: true }, this.#requestTicket);
    this.#spare.prepare();
  }

  /** Plays what `members` have on air now, and stops what they no longer have. */
  update(members) {
    const present = new Set(members.map((member) => member.id));
    [...this.#seats].filter(([, seat]) => !present.has(seat.member)).forEach(([key]) => this.#stop(key));
    members.forEach((member) => this.#follow(member));
    this.#unwatched.forEach((id) => present.has(id) || this.#unwatched.delete(id));
  }

  isWatched(id) {
    return !this.#unwatched.has(id);
  }

  /** "connecting", "connected", "retrying", or "closed" when nothing of `id` is played. */
  stateOf(id, slot = "main") {
    return this.#seats.get(keyOf(id, slot))?.player.state ?? "closed";
  }

  /** The codec of this member's picture, when it is one that the browser cannot show. */
  undecodableOf(id, slot = "main") {
    const seat = this.#seats.get(keyOf(id, slot));
    return seat?.player.undecodable ? seat.stream.codec : undefined;
  }

  /** Starts or stops receiving `member`; while stopped not one byte of camera and microphone arrives. */
  watch(member, watched) {
    if (watched) {
      this.#unwatched.delete(member.id);
    } else {
      this.#unwatched.add(member.id);
      this.#stop(keyOf(member.id, "main"));
    }
    this.emit("watching", { member: member.id, watched });
    this.#follow(member);
  }

  /** Makes every connection anew: the media node was restarted. */
  restartAll() {
    this.#receiving?.restart();
    this.#seats.forEach(({ player }) => player.restart());
  }

  /** Ends everything. */
  close() {
    this.#spare?.close();
    this.#spare = undefined;
    const stopped = [...this.#seats.keys()].map((key) => this.#stop(key));
    return Promise.all([...stopped, this.#receiving?.close()]);
  }

  /** What is played: {member, slot, player, stream}. */
  get players() {
    return [...this.#seats.values()].map(({ member, slot, player, stream }) => ({ member, slot, player, stream }));
  }

  #follow(member) {
    for (const slot of SLOTS.keys()) {
      if (slot !== "main" || this.isWatched(member.id)) {
        this.#followSlot(member, slot);
      }
    }
  }

  #followSlot(member, slot) {
    const stream = streamIn(slot, member);
    const key = keyOf(member.id, slot);
    const seat = this.#seats.get(key);
    if (!stream) {
      this.#leaveLater(key, seat);
    } else if (!seat || seat.stream.name !== stream.name) {
      this.#stop(key);
      this.#play(member.id, slot, stream, smallBeside(stream, member));
    } else {
      clearTimeout(seat.leaving);
      seat.leaving = undefined;
      seat.stream = stream;
      seat.player.onAir(stream, smallBeside(stream, member));
    }
  }

  #leaveLater(key, seat) {
    if (seat && seat.leaving === undefined) {
      seat.leaving = setTimeout(() => this.#stop(key), SLOTS.get(seat.slot).keepOffAir);
    }
  }

  #play(member, slot, stream, small) {
    const player = this.#playerOf(stream, small);
    this.#seats.set(keyOf(member, slot), { member, slot, player, stream, leaving: undefined });
    player.on("tracks", (tracks) => this.emit("tracks", { member, slot, ...tracks }));
    player.on("state", (state) => this.emit("state", { member, slot, state }));
    player.on("failed", (failure) => this.emit("failed", { stream, ...failure }));
    player.on("undecodable", () => this.#cannotShow(keyOf(member, slot)));
    player.start();
  }

  #cannotShow(key) {
    const seat = this.#seats.get(key);
    if (seat) {
      this.emit("undecodable", { member: seat.member, slot: seat.slot, stream: seat.stream });
    }
  }

  /** One connection for all: it is told once, of the first stream that waits for it. */
  #tellFailed(failure) {
    const [seat] = this.#seats.values();
    if (seat) {
      this.emit("failed", { stream: seat.stream, ...failure });
    }
  }

  /** The server does not know of receiving all by one connection. */
  #playEachAlone() {
    this.#receiving = undefined;
    for (const [key, { member, slot, stream, leaving }] of [...this.#seats]) {
      this.#stop(key);
      if (leaving === undefined) {
        this.#play(member, slot, stream);
      }
    }
  }

  #playerOf(stream, small) {
    if (this.#receiving) {
      return new SlotPlayer(stream, this.#receiving);
    }
    if (!this.#fitting || stream.source === "screen") {
      return this.#playerAlone(stream);
    }
    const { upTo, wish } = this.#fitting;
    return new FittingPlayer(stream, small, { upTo, wish, make: (one) => this.#playerAlone(one) });
  }

  #playerAlone(stream) {
    const spare = this.#spare;
    if (!spare || !stream.audio || !stream.video || !canDecode(stream.codec)) {
      return new Player(stream, this.#requestTicket);
    }
    this.#spare = undefined;
    return spare.take(stream);
  }

  #stop(key) {
    const seat = this.#seats.get(key);
    if (!seat) {
      return undefined;
    }
    clearTimeout(seat.leaving);
    this.#seats.delete(key);
    const closed = seat.player.close();
    this.emit("tracks", { member: seat.member, slot: seat.slot });
    return closed;
  }
}
