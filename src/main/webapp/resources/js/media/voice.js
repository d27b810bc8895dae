import { Bus } from "../shared/bus.js";
import { RESOURCES } from "../shared/paths.js";
import { levelOfPower } from "./level-meter.js";
import { SpeechDetector } from "./speech-detector.js";

const WORKLET = `${RESOURCES}js/media/loudness-worklet.js`;

/**
 * Listens to the own microphone: how loud it is, and whether somebody speaks into it.
 *
 * Events: `speaking` (true or false, when it changes), `level` (0 to 1, about 25 times a second).
 */
export class Voice extends Bus {
  #context;
  #node;
  #source;
  #track;
  #level = 0;
  #detector = new SpeechDetector();

  /** Whether somebody speaks now. */
  get speaking() {
    return this.#detector.speaking;
  }

  /** How loud it is now, 0 to 1. */
  get level() {
    return this.#level;
  }

  /** Listens to `track` from now on, or to nothing when it is undefined. */
  async listenTo(track) {
    this.#track = track;
    this.#source?.disconnect();
    this.#source = undefined;
    if (!track) {
      this.#silence();
      await this.#context?.suspend();
      return;
    }
    this.#context ??= new AudioContext();
    this.#node ??= this.#open(this.#context);
    const node = await this.#node.catch((error) => console.warn("nobody will see that you speak", error));
    if (node && this.#track === track) {
      this.#source?.disconnect();
      this.#source = this.#context.createMediaStreamSource(new MediaStream([track]));
      this.#source.connect(node);
      this.resume();
    }
  }

  /** Browsers start sound work only after a click: call this on one. */
  resume() {
    if (this.#track && this.#context?.state !== "running") {
      this.#context?.resume().catch(() => undefined);
    }
  }

  /** Ends it for good. */
  async close() {
    this.#track = undefined;
    this.#source?.disconnect();
    this.#silence();
    await this.#context?.close().catch(() => undefined);
    this.#context = undefined;
    this.#node = undefined;
  }

  async #open(context) {
    await context.audioWorklet.addModule(WORKLET);
    const node = new AudioWorkletNode(context, "loudness", { numberOfOutputs: 0 });
    node.port.onmessage = ({ data }) => this.#heard(data);
    return node;
  }

  #heard({ meanSquare, time }) {
    if (!this.#source) {
      return; // It was said before the track was taken away.
    }
    this.#level = levelOfPower(meanSquare);
    const before = this.speaking;
    if (this.#detector.hear(this.#level, time) !== before) {
      this.emit("speaking", this.speaking);
    }
    this.emit("level", this.#level);
  }

  #silence() {
    const before = this.speaking;
    this.#level = 0;
    this.#detector.reset();
    if (before) {
      this.emit("speaking", false);
    }
    this.emit("level", 0);
  }
}
