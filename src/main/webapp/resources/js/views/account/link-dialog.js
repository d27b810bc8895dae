import { text } from "../../shared/texts.js";
import { element, icon, setText } from "../common/dom.js";

/** Shows a link that is told only once, to be copied. */
export function showLink({ title, sentence, address }) {
  const heading = element("h2", { id: "link-title", text: title });
  const close = element("button", { class: "button button--primary", text: text("link.close") });
  const form = element(
    "form",
    { method: "dialog" },
    heading,
    element("p", { text: sentence }),
    addressField(address),
    element("div", { class: "dialog__actions" }, close),
  );
  const dialog = element("dialog", { class: "dialog", "aria-labelledby": "link-title" }, form);
  document.body.append(dialog);
  dialog.addEventListener("close", () => dialog.remove());
  dialog.showModal();
}

function addressField(address) {
  const status = element("p", { class: "field__hint", role: "status" });
  const input = element("input", {
    id: "link-address",
    type: "text",
    readonly: true,
    dir: "ltr",
    value: address,
    on: { focus: () => input.select() },
  });
  const label = element("label", { for: "link-address", text: text("link.label") });
  const row = element("div", { class: "field__row" }, input, copyButton(input, status));
  return element("div", { class: "field account__form" }, label, row, status);
}

function copyButton(input, status) {
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(input.value);
      setText(status, text("link.copied"));
    } catch {
      // Browsers hide the clipboard on plain http from another host.
      input.focus();
      setText(status, text("link.copyByHand"));
    }
  };
  const named = text("link.copy");
  return element(
    "button",
    { class: "icon-button", type: "button", "aria-label": named, title: named, on: { click: copy } },
    icon("copy"),
  );
}
