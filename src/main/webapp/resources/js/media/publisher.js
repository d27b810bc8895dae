import { Bus } from "../shared/bus.js";
import { settings } from "../shared/settings.js";
import { Allowance } from "./allowance.js";
import { canEncodeAny, offeredOf } from "./codecs.js";
import { adjust, encodingsOf, scaleTo } from "./encodings.js";
import { MediaSession } from "./session.js";
import { withSoundLimits } from "./sound-limits.js";
import { withStartBitrate } from "./start-bitrate.js";

const KINDS = ["audio", "video"];
/** What devices are asked for at most; told to a sender it would drop frames of a camera that gives 30.1. */
const USUAL_FRAME_RATE = 30;

/**
 * Publishes one stream: a camera with a microphone, or a screen with its sound.
 *
 * Events: `state` and `failed`, as of MediaSession.
 */
export class Publisher extends Bus {
  #session;
  #tracks = {};
  #kinds = "";
  #senders = {};
  #bitrate = 0;
  #together = Infinity;
  #degradation;
  #frameRate;
  #layers;
  #lines;
  #wanted;
  #allowance = new Allowance(() => this.#adjust());
  #adjusting = Promise.resolve();
  #codecs = settings.codecs;

  /**
   * `requestTicket` asks the server for the right to publish: a promise of `{url}`. `degradation` is what gives way on
   * a poor network, a degradationPreference of WebRTC; the browser decides without one. `start` is the part of the
   * bitrate with which to begin; browsers begin with little without it. `frameRate` is the most frames a second,
   * `layers` in how many sizes at the same time the picture is sent, `lines` in how many lines at most where there is
   * one size. `stereo`: both channels of the sound are sent.
   */
  constructor(requestTicket, { degradation, start, frameRate = USUAL_FRAME_RATE, layers = 1, lines, stereo } = {}) {
    super();
    this.#degradation = degradation;
    this.#frameRate = frameRate;
    this.#layers = layers;
    this.#lines = lines;
    const adapt = (sdp) => this.#adapt(sdp, start, stereo);
    const ticket = async () => this.#allowance.permitted(await requestTicket());
    this.#session = new MediaSession(ticket, (peer) => this.#prepare(peer), adapt);
    this.#session.on("state", (state) => this.emit("state", state));
    this.#session.on("failed", (failure) => this.emit("failed", failure));
  }

  get state() {
    return this.#session.state;
  }

  get peer() {
    return this.#session.peer;
  }

  /** Gets a connection for these kinds ready, as far as that goes without the server; `send` then has less to do. */
  prepare(has, bitrate, together = Infinity) {
    if (this.#session.state === "closed" && this.#kinds === "") {
      this.#bitrate = bitrate;
      this.#together = together;
      this.#kinds = kindsOf(has);
      if (this.#kinds !== "") {
        this.#session.prepare();
      }
    }
  }

  /** Offers these codecs alone from the next connection on, in this order, where there are any that the browser has. */
  offerOnly(codecs) {
    const wanted = codecs.length > 0 ? codecs : settings.codecs;
    if (wanted.join() !== this.#codecs.join()) {
      this.#codecs = wanted;
      this.#session.discard();
    }
  }

  /** Whether the browser can send pictures in any of these codecs. */
  canOffer(codecs) {
    return canEncodeAny(codecs);
  }

  /**
   * Sends these tracks from now on. A kind that the stream `has` but that has no track is offered silent or dark, so
   * that its track can come later without a new offer; another set of kinds needs one.
   *
   * @param has `{video, audio}`: which kinds this stream has at all
   * @param tracks `{video, audio}`: the tracks, each may be undefined
   * @param bitrate the most that video may use in its largest size, in bit/s
   * @param together the most that it may use in all its sizes together
   */
  async send(has, tracks, bitrate, together = Infinity) {
    this.#tracks = tracks;
    this.#bitrate = bitrate;
    this.#together = together;
    const kinds = kindsOf(has);
    const others = kinds !== this.#kinds;
    this.#kinds = kinds;
    if (others) {
      this.#session.discard();
    }
    if (kinds === "") {
      await this.#session.close();
    } else {
      if (others || this.#session.state === "closed") {
        await this.#session.restart();
      }
      await Promise.all([...KINDS.map((kind) => this.#replace(kind)), this.#adjust()]);
    }
  }

  /** What is published, as the last ticket calls it; undefined before. */
  get stream() {
    return this.#allowance.stream;
  }

  /** Sends the picture in these of its sizes alone, by their names, until the connection is another. */
  want(layers) {
    this.#wanted = layers;
    return this.#adjust();
  }

  /** So many per cent of what is sent of this stream's picture are of use, until another one is published. */
  limit(stream, percent) {
    return this.#allowance.limit(stream, percent, this.#senders.video);
  }

  /** Starts over with a new connection. */
  restart() {
    return this.#kinds === "" ? Promise.resolve() : this.#session.restart();
  }

  /** Stops publishing; the promise resolves when the server knows. */
  close() {
    this.#kinds = "";
    this.#tracks = {};
    return this.#session.close();
  }

  #prepare(peer) {
    this.#senders = {};
    if (this.#kinds.includes("audio")) {
      const options = { direction: "sendonly", streams: [new MediaStream()] };
      this.#senders.audio = peer.addTransceiver(this.#tracks.audio ?? "audio", options).sender;
    }
    if (this.#kinds.includes("video")) {
      this.#prepareVideo(peer);
    }
  }

  get #most() {
    return this.#allowance.most(this.#bitrate);
  }

  /** Senders do as the answer says. */
  #adapt(sdp, start, stereo) {
    const limited = withSoundLimits(sdp, { ...settings.sound, stereo });
    return start ? withStartBitrate(limited, start * this.#most) : limited;
  }

  #prepareVideo(peer) {
    const frameRate = this.#frameRate < USUAL_FRAME_RATE ? this.#frameRate : undefined;
    this.#wanted = undefined;
    const sendEncodings = encodingsOf(this.#layers, this.#most, frameRate, this.#together);
    this.#scale(sendEncodings);
    const transceiver = peer.addTransceiver(this.#tracks.video ?? "video", {
      direction: "sendonly",
      streams: [new MediaStream()],
      sendEncodings,
    });
    this.#senders.video = transceiver.sender;
    try {
      const { codecs } = RTCRtpSender.getCapabilities("video");
      transceiver.setCodecPreferences(offeredOf(codecs, settings.codecs, this.#codecs));
    } catch (error) {
      console.warn("the browser keeps its own order of codecs", error);
    }
  }

  /** Whether that changed anything. */
  #scale(encodings) {
    return Boolean(this.#lines) && scaleTo(this.#lines, encodings, this.#tracks.video?.getSettings().height);
  }

  async #replace(kind) {
    const sender = this.#senders[kind];
    if (sender && sender.track !== (this.#tracks[kind] ?? null)) {
      await sender.replaceTrack(this.#tracks[kind] ?? null).catch(() => this.restart());
    }
  }

  /** One after the other: parameters that were read before the last change are refused. */
  #adjust() {
    this.#adjusting = this.#adjusting.then(() => this.#adjustNow());
    return this.#adjusting;
  }

  async #adjustNow() {
    const sender = this.#senders.video;
    const parameters = sender?.getParameters();
    if (!(parameters?.encodings?.length > 0)) {
      return;
    }
    const scaled = this.#scale(parameters.encodings);
    const adjusted = adjust(parameters.encodings, this.#most, this.#wanted, this.#together);
    if (scaled || adjusted || parameters.degradationPreference !== this.#degradation) {
      if (this.#degradation) {
        parameters.degradationPreference = this.#degradation;
      }
      await sender.setParameters(parameters).catch((error) => console.warn("the encodings stay as they are", error));
    }
  }
}

function kindsOf(has) {
  return KINDS.filter((kind) => has[kind]).join();
}
