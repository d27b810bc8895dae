import { text } from "../../shared/texts.js";
import { element } from "./dom.js";

/** Asks a question in a dialog; answers whether the person agreed. `agree` and `refuse` label the buttons. */
export function confirm({ title, sentence, agree, refuse = text("dialog.cancel") }) {
  const heading = element("h2", { id: "confirm-title", text: title });
  const no = element("button", { class: "button", value: "no", text: refuse });
  const yes = element("button", { class: "button button--danger", value: "yes", text: agree });
  const form = element(
    "form",
    { method: "dialog" },
    heading,
    element("p", { text: sentence }),
    element("div", { class: "dialog__actions" }, no, yes),
  );
  const dialog = element("dialog", { class: "dialog", "aria-labelledby": "confirm-title" }, form);
  document.body.append(dialog);
  dialog.showModal();
  no.focus();
  return new Promise((resolve) => {
    dialog.addEventListener("close", () => {
      dialog.remove();
      resolve(dialog.returnValue === "yes");
    });
  });
}
