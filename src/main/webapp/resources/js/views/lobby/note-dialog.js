import { text } from "../../shared/texts.js";
import { element } from "../common/dom.js";

/** Asks what to leave for somebody; answers the text, or undefined when the person gave it up. */
export function askForNote(name) {
  const field = element("textarea", { id: "note-text", class: "note-dialog__text", rows: "4", dir: "auto" });
  const title = element("h2", { id: "note-title", text: text("notes.title", name) });
  const no = element("button", { class: "button", value: "no", formnovalidate: true, text: text("dialog.cancel") });
  const yes = element("button", { class: "button button--primary", value: "yes", text: text("notes.leave") });
  const form = element(
    "form",
    { method: "dialog" },
    title,
    element("label", { for: "note-text", class: "field__hint", text: text("notes.what") }),
    field,
    element("div", { class: "dialog__actions" }, no, yes),
  );
  const dialog = element("dialog", { class: "dialog", "aria-labelledby": "note-title" }, form);
  document.body.append(dialog);
  dialog.showModal();
  field.focus();
  return new Promise((resolve) => {
    dialog.addEventListener("close", () => {
      dialog.remove();
      resolve(dialog.returnValue === "yes" && field.value.trim() ? field.value : undefined);
    });
  });
}
