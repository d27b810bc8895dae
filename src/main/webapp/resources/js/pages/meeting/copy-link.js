import { text } from "../../shared/texts.js";

/** Copies the address of this page for others to come to. */
export async function copyLink({ toasts }) {
  try {
    await navigator.clipboard.writeText(window.location.href);
    toasts.show(text("toast.linkCopied"));
  } catch {
    // Browsers hide the clipboard on plain http from another host.
    toasts.show(text("toast.copyByHand", window.location.href));
  }
}
