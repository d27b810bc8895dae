import { atMost } from "../shared/at-most.js";
import { Backoff } from "../shared/backoff.js";
import { Bus } from "../shared/bus.js";
import { uptime } from "../shared/clock.js";
import { endSession, postOffer } from "./exchange.js";
import { failedStep } from "./failed-step.js";
import { IceRestart } from "./ice-restart.js";
import { iceServers } from "./relays.js";
import { withStereo } from "./stereo.js";

/** What is "disconnected" recovers by itself or by an ICE restart; longer than this it is replaced. */
const DISCONNECTED_AT_MOST = 6_000;
const CONNECT_WITHIN = 12_000;
/** A restart lets the earlier session end first, but does not wait for a server that is slow to answer. */
const END_WITHIN = 2_000;

/**
 * One peer connection to the media node, kept alive: when it fails it is made again after a pause.
 * What it sends or receives is up to `prepare`.
 *
 * Events: `state`: "connecting", "connected", "retrying" or "closed"; `answered`: {location}, the session's, when its
 * offer was taken; `failed`: {step, reason} of an attempt that never connected, as of `failedStep`.
 */
export class MediaSession extends Bus {
  #requestTicket;
  #prepare;
  #adapt;
  #adaptOffer;
  #backoff = new Backoff({ first: 500, last: 8000 });
  #attempt;
  #ready;
  #timer;
  #since;
  #state = "closed";

  /**
   * @param requestTicket asks for the right: a promise of `{url}`
   * @param prepare adds tracks or transceivers to a new RTCPeerConnection
   * @param adapt changes the answer's SDP before the browser gets it
   * @param adaptOffer changes the offer's SDP before the node gets it
   */
  constructor(requestTicket, prepare, adapt = (sdp) => sdp, adaptOffer = (sdp) => sdp) {
    super();
    this.#adaptOffer = adaptOffer;
    this.#adapt = adapt;
    this.#requestTicket = requestTicket;
    this.#prepare = prepare;
  }

  get state() {
    return this.#state;
  }

  /** The current RTCPeerConnection, if any. */
  get peer() {
    return this.#attempt?.peer;
  }

  /** When it was started, a moment of uptime. */
  get since() {
    return this.#since;
  }

  /** Makes the next connection and its offer now, so that `start` or `restart` has only to post it. */
  prepare() {
    this.#ready ??= this.#make();
  }

  /** Throws away what was prepared: it would offer the wrong things. */
  discard() {
    this.#ready?.peer.close();
    this.#ready = undefined;
  }

  /** Connects, and stays connected until `close`. */
  start() {
    this.#since = uptime();
    this.#backoff.reset();
    this.#connect();
  }

  /** Throws the connection away and makes it anew: the media node was restarted, or the tracks differ. */
  async restart() {
    const ended = this.#abandon();
    this.#enter("connecting");
    await atMost(END_WITHIN, ended);
    if (this.#state !== "closed") {
      this.start();
    }
  }

  /** Ends it; the promise resolves when the server knows. */
  close() {
    this.#enter("closed");
    this.discard();
    return this.#abandon();
  }

  async #connect() {
    this.#abandon();
    this.#enter(this.#backoff.tries > 0 ? "retrying" : "connecting");
    // The ticket travels while the browser is busy with the connection, which takes it longer.
    const ticket = this.#requestTicket();
    const attempt = this.#ready ?? this.#make();
    this.#ready = undefined;
    this.#attempt = attempt;
    this.#timer = setTimeout(() => this.#failed(attempt), CONNECT_WITHIN);
    try {
      await this.#negotiate(attempt, ticket);
    } catch (error) {
      this.#failed(attempt, error);
    }
  }

  /** The offer goes out at once: the node is ICE-lite and needs none of our candidates. */
  async #negotiate(attempt, requested) {
    attempt.ticket = await requested;
    const offer = await attempt.offer;
    const { ticket } = attempt;
    if (this.#attempt !== attempt) {
      return;
    }
    attempt.posted = postOffer(ticket.url, this.#adaptOffer(offer.sdp));
    const { answer, location } = await attempt.posted;
    if (this.#attempt === attempt) {
      this.emit("answered", { location });
      await attempt.peer.setRemoteDescription({ type: "answer", sdp: this.#adapt(answer) });
      attempt.answered = true;
    }
  }

  #make() {
    const peer = new RTCPeerConnection({
      bundlePolicy: "max-bundle",
      rtcpMuxPolicy: "require",
      iceServers: iceServers(),
    });
    const attempt = { peer, offer: this.#offer(peer), posted: undefined, lost: false };
    attempt.iceRestart = new IceRestart(peer, async () => (await attempt.posted).location);
    attempt.offer.catch(() => undefined); // Whoever uses the attempt is told.
    peer.addEventListener("connectionstatechange", () => this.#peerChanged(attempt));
    return attempt;
  }

  async #offer(peer) {
    this.#prepare(peer);
    const { type, sdp } = await peer.createOffer();
    const offer = { type, sdp: withStereo(sdp) };
    await peer.setLocalDescription(offer);
    return offer;
  }

  #peerChanged(attempt) {
    if (this.#attempt !== attempt) {
      return;
    }
    const state = attempt.peer.connectionState;
    if (state === "connected") {
      this.#isConnected(attempt);
    } else if (state === "disconnected") {
      this.#lostPath(attempt);
    } else if (state === "failed" || state === "closed") {
      this.#failed(attempt);
    }
  }

  #isConnected(attempt) {
    attempt.lost = false;
    attempt.connected = true;
    attempt.iceRestart.stop();
    clearTimeout(this.#timer);
    this.#backoff.reset();
    this.#enter("connected");
  }

  /** Told once: an ICE restart that finds no path either is "disconnected" again. */
  #lostPath(attempt) {
    if (!attempt.lost) {
      attempt.lost = true;
      attempt.iceRestart.begin();
      clearTimeout(this.#timer);
      this.#timer = setTimeout(() => this.#failed(attempt), DISCONNECTED_AT_MOST);
    }
  }

  #failed(attempt, error) {
    if (this.#attempt !== attempt || this.#state === "closed") {
      return;
    }
    const failure = attempt.connected ? undefined : failedStep(attempt, error);
    this.#abandon();
    const pause = Math.max(this.#backoff.next(), (error?.retryAfter ?? 0) * 1000);
    this.#timer = setTimeout(() => this.#connect(), pause); // First: whoever is told may close it.
    this.#enter("retrying");
    if (failure) {
      this.emit("failed", failure);
    }
  }

  /** An offer under way is not cancelled: the server might have taken it, and its session must be ended too. */
  async #abandon() {
    clearTimeout(this.#timer);
    const attempt = this.#attempt;
    this.#attempt = undefined;
    attempt?.iceRestart.stop();
    attempt?.peer.close();
    const posted = await attempt?.posted?.catch(() => undefined);
    await endSession(posted?.location);
  }

  #enter(state) {
    if (this.#state !== state) {
      this.#state = state;
      this.emit("state", state);
    }
  }
}
