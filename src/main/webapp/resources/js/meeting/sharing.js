import { Publisher } from "../media/publisher.js";
import { withRelay } from "../media/relays.js";
import { ScreenCapture } from "../media/screen-capture.js";
import { atMost } from "../shared/at-most.js";
import { Bus } from "../shared/bus.js";
import { layersOf, settings } from "../shared/settings.js";
import { SignalError } from "../signal/signal-error.js";

/** The browser asks what to share only for a while after the click, so that a slow server is not waited for. */
const STAGE_WITHIN = 800;

/** Letters must be legible from the first picture on. */
const SHARP = { degradation: "maintain-resolution", start: 0.8, stereo: true };

/**
 * Shares the own screen from the stage of a room: takes the stage, has the browser ask what to share, publishes it,
 * and gives the stage back.
 *
 * Events: `changed`, `failed` ({code, message}: `stage-busy` and other codes of the server, `stage-lost`, `cancelled`
 * when the person chose nothing, or another failure of ScreenCapture; `message` is the server's sentence, if any).
 */
export class Sharing extends Bus {
  capture = new ScreenCapture();
  publisher;
  /** "off", "asking" or "on". */
  state = "off";
  /** Whether the stage is being given back: the server has not said yet that it is nobody's. */
  givingBack = false;
  #room;
  #held = false;
  #serverRestarted = false;

  constructor(room) {
    super();
    this.#room = room;
    this.publisher = new Publisher(() => room.requestPublish("screen").then(withRelay), {
      ...SHARP,
      frameRate: settings.screen.frameRate,
      layers: layersOf(settings.screen),
    });
    this.publisher.on("state", () => this.emit("changed"));
    this.capture.on("changed", () => this.emit("changed"));
    this.capture.on("ended", () => this.stop());
    room.on("joining", ({ restarted }) => (this.#serverRestarted = restarted));
    room.on("changed", () => this.#followStage());
    room.on("moved", () => this.#end());
    room.on("closed", () => this.#end());
  }

  /** Begins to share; call it from a click. `mode` is one of SCREEN_MODES. */
  async start(mode) {
    if (this.state !== "off") {
      return;
    }
    this.givingBack = false;
    this.#enter("asking");
    try {
      const stage = this.#room.takeStage();
      await atMost(STAGE_WITHIN, stage);
      const failure = await this.capture.open(mode);
      await stage;
      await this.#go(failure);
    } catch (error) {
      const refused = error instanceof SignalError;
      await this.#fail(refused ? { code: error.code, message: error.message } : { code: "unknown", message: "" });
    }
  }

  /** Goes on in another mode. */
  use(mode) {
    return this.capture.use(mode);
  }

  /** Stops sharing and gives the stage back; the promise resolves when the server knows. */
  async stop() {
    if (this.state !== "off") {
      this.givingBack = true;
      await Promise.all([this.#end(), this.#room.leaveStage().catch(() => undefined)]);
    }
  }

  /** Makes the connection anew: the media node was restarted. */
  restart() {
    return this.publisher.restart();
  }

  async #go(failure) {
    if (this.state !== "asking") {
      return; // The stage was lost while the browser asked.
    }
    if (failure) {
      await this.#fail({ code: failure, message: "" });
      return;
    }
    this.#enter("on");
    const { picture, sound } = this.capture;
    await this.publisher.send(
      { video: true, audio: Boolean(sound) },
      { video: picture, audio: sound },
      settings.screen.bitrate,
    );
  }

  async #fail(failure) {
    if (this.state !== "off") {
      await this.stop();
      this.emit("failed", failure);
    }
  }

  /** The server decides whose stage it is: one that was ours and is not any more ends what we share. */
  #followStage() {
    const { stage, you } = this.#room;
    const held = you !== undefined && stage.member === you;
    this.givingBack &&= held;
    const lost = this.#held && !held && this.state !== "off";
    this.#held = held;
    if (lost && this.#serverRestarted && stage.member === undefined) {
      this.#takeAgain();
    } else if (lost) {
      this.#lose();
    }
  }

  /** A server that was restarted knows of no stage; whoever is quicker than others goes on as if nothing had been. */
  #takeAgain() {
    this.#serverRestarted = false;
    this.#room.takeStage().catch(() => this.#lose());
  }

  #lose() {
    this.#end();
    this.emit("failed", { code: "stage-lost", message: "" });
  }

  #end() {
    this.#held = false;
    this.#enter("off");
    this.capture.close();
    return this.publisher.close();
  }

  #enter(state) {
    if (this.state !== state) {
      this.state = state;
      this.emit("changed");
    }
  }
}
