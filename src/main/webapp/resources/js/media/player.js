import { Bus } from "../shared/bus.js";
import { uptime } from "../shared/clock.js";
import { canDecode } from "./codecs.js";
import { FirstFrame } from "./first-frame.js";
import { RepairWait } from "./repair-wait.js";
import { MediaSession } from "./session.js";

/** A picture of which nothing comes for longer is not sent yet, and nobody waits for it. */
const PROMPT = 2_000;

/** What of a stream decides whether a connection to it can go on: its tracks and their codec. */
export function shapeOf(stream) {
  return `${stream.audio ? "a" : ""}${stream.video ? "v" : ""}${stream.codec ?? ""}`;
}

/**
 * Plays one stream of somebody.
 *
 * Events: `state` and `failed` as of MediaSession, `undecodable` (the browser cannot show the picture), `tracks`
 * ({audio, video}: MediaStreams, undefined without that track).
 */
export class Player extends Bus {
  #session;
  #stream;
  #received = {};
  #firstFrame = new FirstFrame(() => this.#isBlind());
  #repairWait = new RepairWait();
  /** When the connection was there, and when the first of the picture came. */
  #connected;
  #arrived;
  /** The shape of the stream of which nothing could be decoded. */
  #blindTo;

  /** `stream` as a member has it: name, audio, video, codec; `requestTicket(name)` asks for the right to play it. */
  constructor(stream, requestTicket) {
    super();
    this.#stream = stream;
    this.#session = new MediaSession(
      () => requestTicket(this.#stream.name),
      (peer) => this.#prepare(peer),
    );
    this.#session.on("state", (state) => this.#changed(state));
    this.#session.on("failed", (failure) => this.emit("failed", failure));
  }

  get state() {
    return this.#session.state;
  }

  get peer() {
    return this.#session.peer;
  }

  /** Whether there is anything by which sound can come. */
  get carriesSound() {
    return this.peer !== undefined;
  }

  /** Whether the stream has a picture that the browser cannot show. */
  get undecodable() {
    const { video, codec } = this.#stream;
    return Boolean(video) && (!canDecode(codec) || this.#blindTo === shapeOf(this.#stream));
  }

  /** Since when the person has waited for the picture, a moment of uptime; undefined when it was not sent then. */
  get awaitedSince() {
    return this.#arrived - this.#connected < PROMPT ? this.#session.since : undefined;
  }

  /** What was received so far, as the event `tracks` tells it. */
  get received() {
    return this.#received;
  }

  /** Gets the connection ready, as far as that goes without the server. */
  prepare() {
    this.#session.prepare();
  }

  /** Plays another stream, with the same tracks, than the one it was made for; before `start` only. */
  take(stream) {
    this.#stream = stream;
    return this;
  }

  start() {
    if (this.undecodable) {
      this.emit("undecodable");
    }
    if (this.#hasSomething) {
      this.#session.start();
    }
  }

  /**
   * The stream is on air (again) as `stream`. A connection to the same tracks resumes by itself; other
   * tracks or another codec need a new offer.
   */
  onAir(stream) {
    const same = shapeOf(stream) === shapeOf(this.#stream);
    this.#stream = stream;
    if (!same) {
      this.#restarted();
    }
  }

  restart() {
    return this.#hasSomething ? this.#session.restart() : this.#session.close();
  }

  /** Stops receiving; the promise resolves when the server knows. */
  close() {
    this.#received = {};
    this.#firstFrame.stop();
    this.#repairWait.stop();
    return this.#session.close();
  }

  /**
   * Only the tracks that the stream has are offered: SRS answers with fewer sections otherwise, which browsers refuse.
   * A picture in a codec that the browser does not have is left out too: whoever cannot see can still hear.
   */
  #prepare(peer) {
    this.#received = {};
    this.#connected = undefined;
    this.#arrived = undefined;
    peer.addEventListener("track", ({ track }) => this.#took(track));
    if (this.#stream.audio) {
      peer.addTransceiver("audio", { direction: "recvonly" });
    }
    if (this.#stream.video && canDecode(this.#stream.codec)) {
      peer.addTransceiver("video", { direction: "recvonly" });
    }
  }

  /** Whether there is anything to receive that the browser can play. */
  get #hasSomething() {
    return Boolean(this.#stream.audio) || canDecode(this.#stream.codec);
  }

  #restarted() {
    this.restart();
    if (this.undecodable) {
      this.emit("undecodable");
    }
  }

  #changed(state) {
    if (state === "connected") {
      this.#connected ??= uptime();
    }
    if (state === "connected" && this.#stream.video && !this.undecodable) {
      this.#firstFrame.watch(this.peer);
      this.#repairWait.watch(this.peer);
    } else {
      this.#firstFrame.stop();
      this.#repairWait.stop();
    }
    this.emit("state", state);
  }

  #isBlind() {
    this.#blindTo = shapeOf(this.#stream);
    this.emit("undecodable");
  }

  #took(track) {
    if (track.kind === "video") {
      track.addEventListener("unmute", () => (this.#arrived ??= uptime()), { once: true });
    }
    this.#received = { ...this.#received, [track.kind]: new MediaStream([track]) };
    this.emit("tracks", this.#received);
  }
}
