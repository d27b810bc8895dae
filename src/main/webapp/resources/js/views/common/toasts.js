import { text } from "../../shared/texts.js";
import { element, icon, part } from "./dom.js";

const SHOWN_FOR = 7_000;
const AT_MOST = 3;

/** Short notices in a corner, read aloud by screen readers, gone after a while or on a click. */
export class Toasts {
  #region = part("toasts");

  /**
   * Shows `sentence`; `kind` is "info" or "problem". It goes when others come: what is no problem goes first. Answers
   * the toast, in whose place a later one can be shown: `before`.
   */
  show(sentence, kind = "info", before = undefined) {
    before?.remove();
    const close = element(
      "button",
      { class: "toast__close", type: "button", "aria-label": text("toast.close") },
      icon("close"),
    );
    const toast = element(
      "div",
      { class: `toast toast--${kind}` },
      icon(kind === "problem" ? "warning" : "info"),
      element("p", { text: sentence }),
      close,
    );
    close.addEventListener("click", () => toast.remove());
    this.#region.append(toast);
    while (this.#region.childElementCount > AT_MOST) {
      (this.#region.querySelector(".toast--info") ?? this.#region.firstElementChild).remove();
    }
    setTimeout(() => toast.remove(), SHOWN_FOR);
    return toast;
  }

  /** Shows what earlier pages left. */
  showNotices(notices) {
    notices.take().forEach(({ key, values }) => this.show(text(key, ...values)));
  }
}
