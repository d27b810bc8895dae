import { canShareScreen } from "../media/screen-capture.js";
import { Bus } from "../shared/bus.js";
import { stageState } from "./stage-state.js";

/** The failures that stay said until something else happens; the others are told in passing. */
const HINTS = new Set(["cancelled", "needs-click"]);

/**
 * The stage of a desktop room: who shares, and what the person can do about it.
 *
 * Events: `changed`; `button` (the person is to be brought to the button that shares); `problem` ({code, message}: what
 * keeps the screen from being shared, or a refusal of the server).
 */
export class StageControl extends Bus {
  /** How the own screen is shared, one of SCREEN_MODES. */
  mode;
  #room;
  #sharing;
  #hint;
  #state = "free";
  #asked = false;
  #handing = false;

  constructor({ room, sharing }, mode) {
    super();
    this.mode = mode;
    this.#room = room;
    this.#sharing = sharing;
    sharing.on("failed", (failure) => this.#failed(failure));
  }

  /** Begins to share; call it from a click. */
  share() {
    this.#hint = undefined;
    return this.#sharing.start(this.mode);
  }

  /** Shares at once where the browser still knows of a click, `clicked`, else brings the person to the button. */
  async prompt(clicked) {
    if (!canShareScreen() || this.#state !== "free") {
      return;
    }
    if (clicked) {
      await this.share();
    } else {
      this.#remind("needs-click");
    }
  }

  /**
   * What stageState answers, now, with `canShare` (this browser can), `hint` (a failure to be said instead of the usual
   * hint, or undefined) and `granted` (the stage that was asked for has just become the own one).
   */
  look() {
    const view = stageState(this.#room, this.#sharing);
    if (view.state !== this.#state) {
      this.#state = view.state;
      this.#hint = view.state === "free" ? this.#hint : undefined;
    }
    const granted = view.state === "yours" && this.#asked;
    this.#asked = (this.#asked && !granted) || view.asked;
    return { ...view, canShare: canShareScreen() && view.mayShare, hint: this.#hint, granted };
  }

  /** Shares in this mode from now on. */
  useMode(mode) {
    this.mode = mode;
    this.#sharing.use(mode);
  }

  /** Asks for the stage that somebody else has. */
  ask() {
    return this.#request(this.#room.requestStage());
  }

  /** Asks for it no longer. */
  withdraw() {
    return this.#request(this.#room.withdrawStageRequest());
  }

  /** Gives the stage back that is kept for the own person. */
  giveBack() {
    return this.#request(this.#room.leaveStage());
  }

  /** Frees the stage, as the room's owner. */
  takeBack() {
    return this.#request(this.#room.takeBackStage());
  }

  /** Does not give the own stage to a member who asked for it. */
  decline(id) {
    return this.#request(this.#room.declineStage(id));
  }

  /** Gives the own stage away; the own screen ends when the other one has it: nobody took it away. */
  async handOver(id) {
    this.#handing = true;
    this.#handing = await this.#request(this.#room.grantStage(id));
  }

  /** Answers whether the request was granted. */
  async #request(request) {
    try {
      await request;
      return true;
    } catch ({ code, message }) {
      this.emit("problem", { code, message, refused: true });
      return false;
    }
  }

  #failed(failure) {
    const given = this.#handing && failure.code === "stage-lost";
    this.#handing = false;
    if (given) {
      return;
    }
    if (HINTS.has(failure.code)) {
      this.#remind(failure.code);
    } else {
      this.emit("problem", failure);
    }
  }

  #remind(hint) {
    this.#hint = hint;
    this.emit("changed");
    this.emit("button");
  }
}
