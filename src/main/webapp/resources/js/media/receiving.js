import { Bus } from "../shared/bus.js";
import { compactOffer } from "./compact-offer.js";
import { MediaSession } from "./session.js";
import { PictureSlots } from "./slots.js";

/** Refusals of a ticket that do not mean that the server cannot do it. */
const PASSING = new Set(["connection-lost", "no-answer", "not-in-a-room", "too-many"]);
/** Answers to an offer that say that it is never taken. */
const NEVER = new Set(["http-400", "http-404", "http-405", "http-406", "http-413", "http-422"]);
const UNTAKEN = new Set(["malformed-offer", "no-common-codec", "no-such-path", "too-long", "unsupported-offer"]);
/** Every picture is wanted as large as it is, as long as nobody says otherwise. */
const ALL = Object.freeze({ height: undefined, priority: undefined });

/**
 * Receives the streams of everybody by one connection with a fixed number of slots (docs/media.md). Pictures are given
 * slots here; sounds have theirs by the server, which tells in which one whose is.
 *
 * Events: `state` and `failed` as of MediaSession; `unusable`: the server does not do this, and nothing is received.
 */
export class Receiving extends Bus {
  #requestTicket;
  #assign;
  #size;
  #session;
  #players = new Set();
  #pictures;
  #sounds = new Map();
  #usedSounds = new Set();
  #heard = new Map();
  #name;
  #told = "";
  #pending = false;
  #wishOf = () => ALL;

  /**
   * @param requestTicket asks for the right: a promise of `{url, stream}`, the latter the receiver's name
   * @param assign tells the server what is in the slots, the members of `assign-streams`
   * @param size `{pictures, sounds}`: how many slots there are
   */
  constructor(requestTicket, assign, size) {
    super();
    this.#requestTicket = requestTicket;
    this.#assign = assign;
    this.#size = size;
    this.#session = new MediaSession(
      () => this.#ticket(),
      (peer) => this.#prepare(peer),
      undefined,
      (sdp) => this.#offer(sdp),
    );
    this.#session.on("state", (state) => this.#changed(state));
    this.#session.on("failed", (failure) => this.#failed(failure));
  }

  get state() {
    return this.#session.state;
  }

  /** Makes the connection and its offer ready, as far as that goes without the server. */
  prepare() {
    if (this.state === "closed") {
      this.#session.prepare();
    }
  }

  /** `wishOf(stream)` answers how large a picture is shown, `{height, priority}`; undefined where nobody knows. */
  follow(wishOf) {
    this.#wishOf = (stream) => wishOf(stream) ?? ALL;
  }

  /** Plays this SlotPlayer's stream, too. */
  add(player) {
    this.#players.add(player);
    if (this.state === "closed") {
      this.#session.start();
    } else {
      this.update();
    }
  }

  remove(player) {
    if (this.#players.delete(player)) {
      this.update();
    }
  }

  /** What is wanted may be otherwise; all that changes together is told together. */
  update() {
    if (!this.#pending) {
      this.#pending = true;
      Promise.resolve().then(() => {
        this.#pending = false;
        this.#tell();
      });
    }
  }

  /** Tells the server anew: it may not have heard it. */
  tellAgain() {
    this.#told = "";
    this.update();
  }

  /** The server told whose sound is in which slot: the message `sounds-assigned`. */
  hear({ receiver, sounds }) {
    if (receiver === this.#name) {
      this.#heard = new Map(sounds.map(({ slot, stream }) => [stream, slot]));
      this.#giveSounds();
    }
  }

  restart() {
    return this.state === "closed" ? undefined : this.#session.restart();
  }

  close() {
    this.#players.clear();
    return this.#session.close();
  }

  async #ticket() {
    const ticket = await this.#requestTicket();
    this.#name = ticket.stream;
    return ticket;
  }

  #prepare(peer) {
    const add = (kind, count) =>
      Array.from({ length: count }, () => peer.addTransceiver(kind, { direction: "recvonly" }));
    this.#pictures = new PictureSlots(add("video", this.#size.pictures));
    this.#sounds = new Map(add("audio", this.#size.sounds).map((transceiver) => [transceiver, transceiver.receiver]));
    this.#usedSounds.clear();
    this.#heard.clear();
  }

  /** What is in the slots travels before the offer, so that media comes as soon as it can. */
  #offer(sdp) {
    this.tellAgain();
    return compactOffer(sdp);
  }

  #changed(state) {
    this.#players.forEach((player) => player.connectionChanged(state));
    this.emit("state", state);
    this.#giveAll();
  }

  #failed(failure) {
    this.emit("failed", failure);
    const { step, reason } = failure;
    const refused = step === "ticket" && !PASSING.has(reason);
    if (refused || (step === "offer" && (NEVER.has(reason) || UNTAKEN.has(reason)))) {
      this.#session.close();
      this.emit("unusable");
    }
  }

  #tell() {
    if (!this.#pictures || this.state === "closed") {
      return;
    }
    const shown = [...this.#players].filter((player) => player.wantsPicture && this.#wish(player).height !== 0);
    this.#pictures.give(shown.map(({ stream }) => stream.name));
    const pictures = this.#pictures.taken.map(({ mid, stream }) => ({ slot: mid, stream, ...this.#wishOf(stream) }));
    const sounds = [...this.#players].filter((player) => player.wantsSound).map(({ stream }) => stream.name);
    const message = { receiver: this.#name, pictures: pictures.map(wanted), sounds };
    const told = JSON.stringify(message);
    if (this.#name && told !== this.#told && pictures.every(({ slot }) => slot !== null)) {
      this.#told = told;
      this.#assign(message);
    }
    this.#giveAll();
  }

  #wish({ stream }) {
    return this.#wishOf(stream.name);
  }

  /** The players get what is theirs, once there is a connection that media can come by. */
  #giveAll() {
    if (this.state === "connected") {
      this.#players.forEach((player) => player.showIn(this.#pictures.of(player.stream.name)));
      this.#giveSounds();
    }
  }

  #giveSounds() {
    if (this.state !== "connected") {
      return;
    }
    const byMid = new Map([...this.#sounds].map(([{ mid }, receiver]) => [mid, receiver]));
    for (const player of this.#players) {
      const mid = player.wantsSound ? this.#heard.get(player.stream.name) : undefined;
      player.hearBy(byMid.get(mid), this.#usedSounds.has(mid));
    }
    [...this.#heard.values()].forEach((mid) => this.#usedSounds.add(mid));
  }
}

function wanted({ slot, stream, height, priority }) {
  return { slot, stream, height, priority };
}
