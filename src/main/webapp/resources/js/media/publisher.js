import { Bus } from "../shared/bus.js";
import { settings } from "../shared/settings.js";
import { preferred } from "./codecs.js";
import { maxBitrate } from "./resolutions.js";
import { MediaSession } from "./session.js";

/**
 * Publishes the own camera and microphone as one stream.
 *
 * Event: `state`, as of MediaSession.
 */
export class Publisher extends Bus {
  #session;
  #tracks = {};
  #kinds = "";
  #senders = {};
  #resolution = 0;

  /** `requestTicket` asks the server for the right to publish: a promise of `{url}`. */
  constructor(requestTicket) {
    super();
    this.#session = new MediaSession(requestTicket, (peer) => this.#prepare(peer));
    this.#session.on("state", (state) => this.emit("state", state));
  }

  get state() {
    return this.#session.state;
  }

  get peer() {
    return this.#session.peer;
  }

  /**
   * Sends these tracks from now on. A kind that is `has` but has no track is offered silent or dark, so that
   * its track can come later without a new offer; another set of kinds needs one.
   *
   * @param has `{camera, microphone}`: which kinds this stream has at all
   * @param tracks `{camera, microphone}`: the tracks, each may be undefined
   * @param resolution the chosen height, which bounds the bitrate
   */
  async send(has, tracks, resolution) {
    this.#tracks = tracks;
    this.#resolution = resolution;
    const kinds = ["camera", "microphone"].filter((kind) => has[kind]).join();
    if (kinds === "") {
      this.#kinds = kinds;
      await this.#session.close();
    } else if (kinds !== this.#kinds || this.#session.state === "closed") {
      this.#kinds = kinds;
      await this.#session.restart();
    } else {
      await Promise.all([this.#replace("camera"), this.#replace("microphone"), this.#limitBitrate()]);
    }
  }

  /** Starts over with a new connection. */
  restart() {
    return this.#kinds === "" ? Promise.resolve() : this.#session.restart();
  }

  /** Stops publishing; the promise resolves when the server knows. */
  close() {
    this.#kinds = "";
    return this.#session.close();
  }

  #prepare(peer) {
    this.#senders = {};
    if (this.#kinds.includes("microphone")) {
      const options = { direction: "sendonly", streams: [new MediaStream()] };
      this.#senders.microphone = peer.addTransceiver(this.#tracks.microphone ?? "audio", options).sender;
    }
    if (this.#kinds.includes("camera")) {
      this.#prepareVideo(peer);
    }
  }

  #prepareVideo(peer) {
    const transceiver = peer.addTransceiver(this.#tracks.camera ?? "video", {
      direction: "sendonly",
      streams: [new MediaStream()],
      sendEncodings: [{ maxBitrate: maxBitrate(this.#resolution) }],
    });
    this.#senders.camera = transceiver.sender;
    try {
      transceiver.setCodecPreferences(preferred(RTCRtpSender.getCapabilities("video").codecs, settings.codecs));
    } catch (error) {
      console.warn("the browser keeps its own order of codecs", error);
    }
  }

  async #replace(kind) {
    const sender = this.#senders[kind];
    if (sender && sender.track !== (this.#tracks[kind] ?? null)) {
      await sender.replaceTrack(this.#tracks[kind] ?? null).catch(() => this.restart());
    }
  }

  async #limitBitrate() {
    const sender = this.#senders.camera;
    const parameters = sender?.getParameters();
    const limit = maxBitrate(this.#resolution);
    if (parameters?.encodings?.length > 0 && parameters.encodings[0].maxBitrate !== limit) {
      parameters.encodings[0].maxBitrate = limit;
      await sender.setParameters(parameters).catch((error) => console.warn("bitrate unchanged", error));
    }
  }
}
