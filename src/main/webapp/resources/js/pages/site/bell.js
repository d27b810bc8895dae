import { Ringtone } from "../../media/ringtone.js";
import { DesktopNotice } from "../../views/common/desktop-notice.js";
import { RingDialog } from "../../views/common/ring-dialog.js";
import { TitleFlash } from "../../views/common/title-flash.js";

/** Everything by which a page calls for somebody: the dialog, the ringtone, the title, a notice on the desktop. */
export class Bell {
  #choices;
  #dialog = new RingDialog();
  #tone = new Ringtone();
  #title = new TitleFlash();
  #notice = new DesktopNotice();
  #retry = () => this.#tone.retry();

  /** The ringtone is played on the speaker of `choices`. */
  constructor(choices) {
    this.#choices = choices;
    this.#tone.on("blocked", (blocked) => this.#blocked(blocked));
  }

  /**
   * Rings: `{id, who, sentence, title, answers}`; `title` is for the tab and the desktop, the rest as of RingDialog.
   */
  ring({ id, who, sentence, title, answers }) {
    this.#dialog.show({ who, sentence, answers });
    this.#title.start(title);
    this.#notice.show(title, sentence, id);
    this.#tone.start(this.#choices.values.speaker);
  }

  /** An answer is on its way: it rings no more, but the dialog stays until the answer is known. */
  answered() {
    this.#dialog.answered();
    this.#title.stop();
    this.#notice.close();
    this.#tone.stop();
  }

  /** Ends all of it. */
  hush() {
    this.#dialog.hide();
    this.#title.stop();
    this.#notice.close();
    this.#tone.stop();
  }

  /** Any click or key on the page is enough for the browser. */
  #blocked(blocked) {
    this.#dialog.showSilent(blocked);
    for (const event of ["click", "keydown"]) {
      document.removeEventListener(event, this.#retry);
      if (blocked) {
        document.addEventListener(event, this.#retry);
      }
    }
  }
}
