import { Bus } from "../shared/bus.js";
import { MediaSession } from "./session.js";

/** What of a stream decides whether a connection to it can go on: its tracks and their codec. */
export function shapeOf(stream) {
  return `${stream.audio ? "a" : ""}${stream.video ? "v" : ""}${stream.codec ?? ""}`;
}

/**
 * Plays one stream of somebody.
 *
 * Events: `state` as of MediaSession, `tracks` ({audio, video}: MediaStreams, undefined without that track).
 */
export class Player extends Bus {
  #session;
  #stream;
  #received = {};

  /** `stream` as a member has it: name, audio, video, codec; `requestTicket(name)` asks for the right to play it. */
  constructor(stream, requestTicket) {
    super();
    this.#stream = stream;
    this.#session = new MediaSession(
      () => requestTicket(this.#stream.name),
      (peer) => this.#prepare(peer),
    );
    this.#session.on("state", (state) => this.emit("state", state));
  }

  get state() {
    return this.#session.state;
  }

  get peer() {
    return this.#session.peer;
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
    this.#session.start();
  }

  /**
   * The stream is on air (again) as `stream`. A connection to the same tracks resumes by itself; other
   * tracks or another codec need a new offer.
   */
  onAir(stream) {
    const same = shapeOf(stream) === shapeOf(this.#stream);
    this.#stream = stream;
    if (!same) {
      this.#session.restart();
    }
  }

  restart() {
    return this.#session.restart();
  }

  /** Stops receiving; the promise resolves when the server knows. */
  close() {
    this.#received = {};
    return this.#session.close();
  }

  /**
   * Only the tracks that the stream has are offered: SRS answers with fewer sections otherwise, which browsers refuse.
   */
  #prepare(peer) {
    this.#received = {};
    peer.addEventListener("track", ({ track }) => this.#took(track));
    if (this.#stream.audio) {
      peer.addTransceiver("audio", { direction: "recvonly" });
    }
    if (this.#stream.video) {
      peer.addTransceiver("video", { direction: "recvonly" });
    }
  }

  #took(track) {
    this.#received = { ...this.#received, [track.kind]: new MediaStream([track]) };
    this.emit("tracks", this.#received);
  }
}
