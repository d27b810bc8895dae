import { readSettings } from "../../shared/settings.js";
import { text } from "../../shared/texts.js";

/** How long to wait before looking again whether somebody would be disturbed. */
const PAUSE = 5_000;

/** What the folder of these modules is called, which changes with any of them. */
export const pagesOf = (module) => module.match(/\/~([^/]+)\//)?.[1];

/** What the browser does for it; tests hand in another one. */
const BROWSER = {
  own: pagesOf(import.meta.url),
  read: () => readSettings((path, request) => fetch(path, { ...request, cache: "no-store" })),
  reload: () => window.location.reload(),
  /** Whether the person writes, or answers a question of the page. */
  isBusy: () => document.activeElement?.matches("input, textarea") || document.querySelector("dialog[open]") !== null,
};

/**
 * After an upgrade of the server this page is older than what the server has: it is loaded anew. A page of a meeting
 * says so and waits until the person leaves; one that may `give way` does it by itself when nobody is disturbed. A page
 * with which the server has no protocol in common has nothing to wait for.
 */
export function replaceByNewerPages({ connection, going, calls, banners }, { givesWay, browser = BROWSER }) {
  connection.on("welcome", async ({ restarted }) => {
    if (restarted && (await areOthers())) {
      newer();
    }
  });
  connection.on("refused", async ({ reason }) => {
    if (reason === "no-common-protocol" && (await areOthers())) {
      reloadUnless(() => browser.isBusy());
    }
  });

  async function areOthers() {
    const { pages } = browser.own ? await browser.read() : {};
    return Boolean(pages) && pages !== browser.own;
  }

  function newer() {
    going.navigateOnly();
    banners.show("newer", text(givesWay ? "banner.newer" : "banner.newerLater"), {
      label: text("banner.load"),
      run: browser.reload,
    });
    if (givesWay) {
      reloadUnless(() => calls.current || browser.isBusy());
    }
  }

  function reloadUnless(disturbs) {
    if (disturbs()) {
      setTimeout(() => reloadUnless(disturbs), PAUSE);
    } else {
      browser.reload();
    }
  }
}
