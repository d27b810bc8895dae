import { text } from "../../shared/texts.js";
import { StagePanel } from "../../views/meeting/stage-panel.js";
import { canShareScreen } from "../../media/screen-capture.js";
import { screenProblem } from "./screen-problem.js";
import { stageState } from "../../meeting/stage-state.js";

const KEY = "plenum.screenMode";
/** The hint that stays until something else happens, for these failures; the others are told in passing. */
const HINTS = { cancelled: "stage.hint.cancelled", "needs-click": "stage.hint.click" };

/** The stage of a desktop room: who shares, and what the person can do about it. */
export class StageActions {
  #toasts;
  #kept;
  #room;
  #sharing;
  #panel;
  #mode;
  #hint = "";
  #state = "free";
  #asked = false;
  #handing = false;

  constructor({ toasts, kept }, { room, sharing }) {
    this.#toasts = toasts;
    this.#kept = kept;
    this.#room = room;
    this.#sharing = sharing;
    this.#mode = kept.read(KEY, "text") === "motion" ? "motion" : "text";
    this.#panel = new StagePanel({
      share: () => this.share(),
      giveBack: () => this.#ask(room.leaveStage()),
      ask: () => this.#ask(room.requestStage()),
      withdraw: () => this.#ask(room.withdrawStageRequest()),
      takeBack: () => this.#ask(room.takeBackStage()),
      grant: (id) => this.#handOver(id),
      decline: (id) => this.#ask(room.declineStage(id)),
      useMode: (mode) => this.#useMode(mode),
    });
    this.#panel.showMode(this.#mode);
    sharing.on("failed", (failure) => this.#failed(failure));
  }

  /** Begins to share; call it from a click. */
  share() {
    this.#hint = "";
    return this.#sharing.start(this.#mode);
  }

  /** Shares at once where the browser still knows of a click, else brings the person to the button. */
  async prompt() {
    if (!canShareScreen() || this.#state !== "free") {
      return;
    }
    if (navigator.userActivation?.isActive === false) {
      this.#hint = text(HINTS["needs-click"]);
      this.#sharing.emit("changed");
      this.#panel.focusShare();
    } else {
      await this.share();
    }
  }

  /** `trouble`: why the screen of somebody else is not seen yet, a sentence or "". Answers what stageState does. */
  show(trouble) {
    const view = stageState(this.#room, this.#sharing);
    if (view.state !== this.#state) {
      this.#changed(view.state);
    }
    this.#panel.show({ ...view, canShare: canShareScreen(), trouble, hint: this.#hint });
    if (view.state === "yours" && this.#asked) {
      this.#asked = false;
      this.#panel.focusShare();
    }
    this.#asked ||= view.asked;
    return view;
  }

  #changed(state) {
    this.#state = state;
    if (state !== "free") {
      this.#hint = "";
    }
  }

  #useMode(mode) {
    this.#mode = mode;
    this.#kept.write(KEY, mode);
    this.#sharing.use(mode);
  }

  /** The own screen ends when the other one has the stage: nobody took it away. */
  async #handOver(id) {
    this.#handing = true;
    this.#handing = await this.#ask(this.#room.grantStage(id));
  }

  /** Answers whether the request was granted; a refusal is told. */
  async #ask(request) {
    try {
      await request;
      return true;
    } catch (error) {
      this.#toasts.show(error.message || text("problem.connection"), "problem");
      return false;
    }
  }

  #failed(failure) {
    const given = this.#handing && failure.code === "stage-lost";
    this.#handing = false;
    if (!given) {
      this.#tell(failure);
    }
  }

  #tell(failure) {
    const hint = HINTS[failure.code];
    if (hint) {
      this.#hint = text(hint);
      this.#sharing.emit("changed");
      this.#panel.focusShare();
    } else {
      this.#toasts.show(screenProblem(failure), "problem");
    }
  }
}
