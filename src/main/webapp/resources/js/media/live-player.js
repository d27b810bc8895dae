import { Backoff } from "../shared/backoff.js";
import { Bus } from "../shared/bus.js";
import { uptime } from "../shared/clock.js";
import { playFlv } from "./flv-engine.js";
import { playHls, playNatively } from "./hls-engine.js";

/** A player that shows nothing new for so long is begun again. */
const STILL_AT_MOST = 12_000;
const LOOK_EVERY = 1_000;
/** So many tries without a picture, and the other format is taken. */
const TRIES = 2;

/** The formats that this browser can play, the one with less delay first. */
export function playableFormats(element) {
  if (
    typeof MediaSource !== "undefined" &&
    MediaSource.isTypeSupported?.('video/mp4; codecs="avc1.42E01E,mp4a.40.2"')
  ) {
    return ["flv", "hls"];
  }
  return element.canPlayType("application/vnd.apple.mpegurl") ? ["hls"] : [];
}

/**
 * Shows one stream in a video element, and begins again with growing pauses when it breaks off.
 *
 * Events: `state` ("idle", "loading", "waiting", "playing", "failed"), `format` (it changed by itself), `blocked` (the
 * browser wants a click first). After `failed`, `problem` has the server's sentence, if there is one.
 */
export class LivePlayer extends Bus {
  state = "idle";
  format;
  problem = "";
  #element;
  #formats;
  #library;
  #request;
  #stream;
  #engine;
  #run = 0;
  #timer;
  #watch;
  #time = { at: 0, since: 0 };
  #backoff = new Backoff({ first: 1_000, last: 15_000 });

  /**
   * `library(name)` loads "mpegts" or "hls"; `request(stream)` answers a ticket whose `flv` and `hls` are absolute.
   * `formats` are those to choose from, the best first.
   */
  constructor(element, { formats, library, request }) {
    super();
    this.#element = element;
    this.#formats = formats;
    this.#library = library;
    this.#request = request;
    this.format = formats[0];
    element.addEventListener("playing", () => this.#engine && this.#playing());
  }

  /** Seconds between what came last and what is shown; undefined while that is not known. */
  get latency() {
    return this.state === "playing" ? this.#engine?.latency() : undefined;
  }

  /** Shows `stream`, a member's; nothing when undefined. */
  show(stream) {
    if (stream?.name === this.#stream?.name) {
      return;
    }
    this.#stream = stream;
    this.#backoff.reset();
    this.#begin();
  }

  /** Takes another format from now on. */
  use(format) {
    if (format !== this.format) {
      this.format = format;
      this.#backoff.reset();
      this.#begin();
    }
  }

  /** Tries again at once. */
  retry() {
    this.#begin();
  }

  #begin() {
    this.#end();
    if (!this.#stream) {
      this.#enter("idle");
      return;
    }
    this.#enter("loading");
    this.#open(this.#run).catch((error) => console.warn("viewing could not begin", error));
  }

  async #open(run) {
    const { audio, video } = this.#stream;
    try {
      const [ticket, play] = await Promise.all([this.#request(this.#stream), this.#loadEngine()]);
      if (run === this.#run) {
        this.#time = { at: this.#element.currentTime, since: uptime() };
        this.#watch = setInterval(() => this.#look(run), LOOK_EVERY);
        this.#engine = play(this.#element, { url: ticket[this.format], audio, video }, (reason) =>
          this.#broke(run, reason),
        );
        await this.#element.play();
      }
    } catch (error) {
      this.#refused(run, error);
    }
  }

  async #loadEngine() {
    if (this.format === "flv") {
      const mpegts = await this.#library("mpegts");
      return (...rest) => playFlv(mpegts, ...rest);
    }
    if (!this.#formats.includes("flv")) {
      return playNatively;
    }
    const Hls = await this.#library("hls");
    return (...rest) => playHls(Hls, ...rest);
  }

  #refused(run, error) {
    if (run !== this.#run || error.name === "AbortError") {
      return; // Another run began, or the element was told to load something else.
    }
    if (error.name === "NotAllowedError") {
      this.emit("blocked");
    } else {
      // The server's refusals have a code in words; a browser's errors have numbers, and are told in English.
      const refused = typeof error.code === "string";
      this.#broke(run, refused ? error.code : error.message, refused ? error.message : "");
    }
  }

  #playing() {
    this.#backoff.reset();
    this.#enter("playing");
  }

  #look(run) {
    const { currentTime, paused } = this.#element;
    if (currentTime !== this.#time.at || (paused && this.state === "playing")) {
      this.#time = { at: currentTime, since: uptime() };
    } else if (uptime() - this.#time.since > STILL_AT_MOST) {
      this.#broke(run, "nothing new is shown");
    }
  }

  #broke(run, reason, sentence = "") {
    if (run !== this.#run) {
      return;
    }
    const never = this.state !== "playing";
    console.warn(`viewing by ${this.format} broke off: ${reason}`);
    this.#end();
    this.problem = sentence;
    this.#enter(this.#backoff.tries < TRIES && !sentence ? "waiting" : "failed");
    this.#timer = setTimeout(() => this.#begin(), this.#backoff.next());
    if (never && !sentence && this.#backoff.tries >= TRIES) {
      this.#takeOther();
    }
  }

  #takeOther() {
    const other = this.#formats.find((format) => format !== this.format);
    if (other && this.format === this.#formats[0]) {
      this.format = other;
      this.emit("format");
    }
  }

  #end() {
    this.#run += 1;
    clearTimeout(this.#timer);
    clearInterval(this.#watch);
    const engine = this.#engine;
    this.#engine = undefined;
    engine?.stop();
  }

  #enter(state) {
    if (state !== this.state) {
      this.state = state;
      this.emit("state", state);
    }
  }
}
