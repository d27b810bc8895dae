/** Whether the browser could show notices on the desktop if the person allowed it, which nobody asked yet. */
export function noticesAskable() {
  return typeof Notification !== "undefined" && window.isSecureContext && Notification.permission === "default";
}

/** Asks the person; must be called from a click. */
export async function askForNotices() {
  await Notification.requestPermission();
}

/** A notice on the desktop, for a page that nobody looks at. */
export class DesktopNotice {
  #notice;

  /** Shows it where that is allowed and the page is hidden; a click on it brings the page to the front. */
  show(title, sentence, tag) {
    this.close();
    if (typeof Notification === "undefined" || Notification.permission !== "granted" || !document.hidden) {
      return;
    }
    try {
      this.#notice = new Notification(title, { body: sentence, tag, requireInteraction: true });
      this.#notice.addEventListener("click", () => {
        window.focus();
        this.close();
      });
    } catch (error) {
      console.warn("this browser shows notices only from a service worker", error);
    }
  }

  close() {
    this.#notice?.close();
    this.#notice = undefined;
  }
}
