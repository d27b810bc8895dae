import { StageControl } from "../../meeting/stage-control.js";
import { text } from "../../shared/texts.js";
import { StagePanel } from "../../views/meeting/stage-panel.js";
import { screenProblem } from "./screen-problem.js";

const KEY = "plenum.screenMode";
const HINTS = { cancelled: "stage.hint.cancelled", "needs-click": "stage.hint.click" };

/** The stage of a desktop room on the page: who shares, and the buttons for it. */
export class StageActions {
  #toasts;
  #kept;
  #control;
  #panel;

  /** `changed()`: what is shown of the stage is something else. */
  constructor({ toasts, kept }, meeting, changed) {
    this.#toasts = toasts;
    this.#kept = kept;
    this.#control = new StageControl(meeting, kept.read(KEY, "text") === "motion" ? "motion" : "text");
    this.#panel = this.#makePanel();
    this.#panel.showMode(this.#control.mode);
    this.#control.on("changed", changed);
    this.#control.on("button", () => this.#panel.focusShare());
    this.#control.on("problem", (problem) => this.#tell(problem));
  }

  #makePanel() {
    const control = this.#control;
    return new StagePanel({
      share: () => control.share(),
      giveBack: () => control.giveBack(),
      ask: () => control.ask(),
      withdraw: () => control.withdraw(),
      takeBack: () => control.takeBack(),
      grant: (id) => control.handOver(id),
      decline: (id) => control.decline(id),
      useMode: (mode) => this.#useMode(mode),
    });
  }

  /** Begins to share; call it from a click. */
  share() {
    return this.#control.share();
  }

  /** Shares at once where the browser still knows of a click, else brings the person to the button. */
  prompt() {
    return this.#control.prompt(navigator.userActivation?.isActive !== false);
  }

  /** `trouble`: why the screen of somebody else is not seen yet, a sentence or "". Answers what StageControl shows. */
  show(trouble) {
    const view = this.#control.look();
    this.#panel.show({ ...view, trouble, hint: view.hint ? text(HINTS[view.hint]) : "" });
    if (view.granted) {
      this.#panel.focusShare();
    }
    return view;
  }

  #useMode(mode) {
    this.#kept.write(KEY, mode);
    this.#control.useMode(mode);
  }

  #tell({ code, message, refused }) {
    const sentence = refused ? message || text("problem.connection") : screenProblem({ code, message });
    this.#toasts.show(sentence, "problem");
  }
}
