import { sitePath } from "../../shared/paths.js";
import { PROTOCOL } from "../../shared/protocol.js";
import { settings } from "../../shared/settings.js";
import { Store } from "../../shared/store.js";
import { loadTexts } from "../../shared/texts.js";
import { part } from "./dom.js";

/** In milliseconds. */
const AHEAD_AFTER = 3_000;

/**
 * A page that the browser brings back from its cache starts anew. Reads the page's texts and answers what outlives it:
 * `kept` for years, `tab` as long as the tab.
 */
export function openPage() {
  window.addEventListener("pageshow", (event) => event.persisted && window.location.reload());
  fetchNamedAhead();
  loadTexts(JSON.parse(part("texts").textContent), document.documentElement.lang);
  return {
    kept: new Store(() => window.localStorage),
    tab: new Store(() => window.sessionStorage),
  };
}

/**
 * The address of the signalling endpoint of this site. It says which protocol the page speaks, and names the page, so
 * that the server takes a reconnection for the same page even before it notices that the old connection is dead.
 */
export function signalAddress() {
  const url = new URL(sitePath("/signal"), settings.addresses.signal || window.location.href);
  url.searchParams.set("protocol", PROTOCOL);
  const random = window.crypto.getRandomValues(new Uint8Array(16));
  url.searchParams.set("page", Array.from(random, (byte) => byte.toString(16).padStart(2, "0")).join(""));
  url.protocol = url.protocol.replace("http", "ws");
  return url.href;
}

/** What the mark-up names for later is fetched so long after a page's start, which needs the browser itself. */
function fetchNamedAhead() {
  const named = document.getElementById("ahead");
  setTimeout(() => named && !savesData() && document.head.append(named.content), AHEAD_AFTER);
}

/** Whether somebody told the browser that each byte counts; most browsers cannot be told. */
function savesData() {
  return navigator.connection?.saveData === true;
}

/** Has the browser fetch a page that is likely to be the next one. */
export function fetchAhead(path) {
  if (savesData()) {
    return;
  }
  const link = document.createElement("link");
  link.rel = "prefetch";
  link.href = path;
  document.head.append(link);
}

/** Calls `listener` when the network may be back: the browser says so, or the page is looked at again. */
export function onWake(listener) {
  window.addEventListener("online", listener);
  document.addEventListener("visibilitychange", () => document.visibilityState === "visible" && listener());
}

/** Calls `listener` when the page is left. */
export function onLeave(listener) {
  window.addEventListener("pagehide", listener);
}
