import { Bus } from "../shared/bus.js";
import { settings } from "../shared/settings.js";
import { canDecode } from "./codecs.js";
import { compactOffer } from "./compact-offer.js";
import { MediaSession } from "./session.js";
import { PictureSlots } from "./slots.js";

/**
 * One receiving connection with a fixed number of slots. Pictures are given slots here; sounds have theirs by the
 * server, which tells in which one whose is.
 *
 * Events: `state` and `failed` as of MediaSession; `offered`: it is about to go, and wants to be told what to receive;
 * `heard`: the server told whose sounds there are; `short`: it told which pictures do not come as they are wanted.
 */
export class SlotConnection extends Bus {
  #session;
  #assign;
  #name;
  #pictures;
  /** By mid: {receiver, used: whether it has carried a sound}. */
  #sounds = new Map();
  /** By stream: the mid of its sound. */
  #heard;
  /** By stream: {shown, cause}. */
  #short = new Map();
  #transceivers = [];
  #told = "";

  /**
   * @param requestTicket asks for the right: a promise of `{url, stream}`, the latter the receiver's name where that is
   *   known before the answer to the offer
   * @param assign tells the server what is in the slots, the members of `assign-streams`; a promise of whether it took
   *   that
   * @param size `{pictures, sounds}`: how many slots there are
   */
  constructor(requestTicket, assign, size) {
    super();
    this.#assign = assign;
    this.size = size;
    this.#session = new MediaSession(
      async () => this.#take(await requestTicket()),
      (peer) => this.#prepare(peer),
      undefined,
      (sdp) => this.#offer(sdp),
    );
    this.#session.on("state", (state) => this.emit("state", state));
    this.#session.on("failed", (failure) => this.emit("failed", failure));
    this.#session.on("answered", ({ location }) => this.#begun(location));
  }

  get state() {
    return this.#session.state;
  }

  /** Whether media comes, or can, and it is known whose sounds are where. */
  get ready() {
    return this.state === "connected" && this.#heard !== undefined;
  }

  prepare() {
    this.#session.prepare();
  }

  start() {
    this.#session.start();
  }

  restart() {
    return this.#session.restart();
  }

  close() {
    return this.#session.close();
  }

  /**
   * Has the server put these streams into the slots, if they are others than it was told last: `pictures` are
   * {stream, height, priority, rank}, of which the highest ranks get slots, `sounds` names of streams.
   */
  receive(pictures, sounds) {
    if (!this.#pictures || this.state === "closed") {
      return;
    }
    this.#pictures.give(pictures);
    const given = pictures
      .map(({ stream, height, priority }) => ({ slot: this.#pictures.of(stream), stream, height, priority }))
      .filter(({ slot }) => slot);
    const named = given.map(({ slot, ...picture }) => ({ slot: slot.mid, ...picture }));
    const message = { receiver: this.#name, pictures: named, sounds };
    const told = JSON.stringify(message);
    if (this.#name && told !== this.#told) {
      this.#told = told;
      this.#tell(message, given);
    }
  }

  async #tell(message, given) {
    if (await this.#assign(message)) {
      given.forEach(({ slot, stream }) => slot.settle(stream));
    }
  }

  /** The server may not have heard what it was told, nor the page what the server told. */
  forgetTold() {
    this.#told = "";
    this.#short.clear();
  }

  /** The server told whose sound is in which slot: the message `sounds-assigned`, perhaps of another connection. */
  hear({ receiver, sounds }) {
    if (receiver === this.#name) {
      this.#heard = new Map(sounds.map(({ slot, stream }) => [stream, slot]));
      this.emit("heard");
    }
  }

  /** The server told which pictures are short: the message `pictures-short`, perhaps of another connection. */
  lack({ receiver, pictures }) {
    if (receiver === this.#name) {
      this.#short = new Map(pictures.map(({ stream, shown, cause }) => [stream, { shown, cause }]));
      this.emit("short");
    }
  }

  /** Why this stream's picture does not come as it is wanted: `{shown, cause}`; undefined if it does. */
  shortageOf(stream) {
    return this.#short.get(stream);
  }

  /** The slot with this stream's picture, if there is one. */
  pictureOf(stream) {
    return this.#pictures?.of(stream);
  }

  /** `{receiver, used}` by which this stream's sound comes, if it does; `used`: it has carried another one. */
  soundOf(stream) {
    const sound = this.#sounds.get(this.#heard?.get(stream));
    return sound && { ...sound, used: sound.by !== undefined && sound.by !== stream };
  }

  /** All sounds are where they are known to be. */
  soundsTaken() {
    this.#heard?.forEach((mid, stream) => this.#sounds.has(mid) && (this.#sounds.get(mid).by = stream));
  }

  #take(ticket) {
    this.#name = ticket.stream;
    this.#heard = undefined;
    return ticket;
  }

  /** What began without a ticket is named by its Location. */
  #begun(location) {
    if (this.#name === undefined) {
      this.#name = new URL(location).searchParams.get("stream");
      this.emit("offered");
    }
  }

  #prepare(peer) {
    const add = (kind, count) =>
      Array.from({ length: count }, () => peer.addTransceiver(kind, { direction: "recvonly" }));
    const seen = settings.codecs.some((codec) => canDecode(codec)); // Else there is nothing to agree on.
    this.#pictures = new PictureSlots(add("video", seen ? this.size.pictures : 0));
    this.#transceivers = add("audio", this.size.sounds);
    this.#sounds.clear();
  }

  /** What is to be received travels before the offer, so that media comes as soon as it can. */
  #offer(sdp) {
    this.#transceivers.forEach(({ mid, receiver }) => this.#sounds.set(mid, { receiver }));
    this.forgetTold();
    this.emit("offered");
    return compactOffer(sdp);
  }
}
