import { KINDS, constraintsFor, wantedOf } from "../../media/constraints.js";
import { devicesReachable, permissionFor } from "../../media/devices.js";
import { earlyDevices } from "../../media/early-devices.js";
import { earlyMedia } from "../../media/early-media.js";
import { openWith } from "../../media/switches.js";
import { atMost } from "../../shared/at-most.js";
import { earlySocket } from "../../signal/early-socket.js";
import { OtherPage } from "../../views/common/other-page.js";
import { fetchAhead, signalAddress } from "../../views/common/page.js";

const READ_WITHIN = 3_000;

/** What the browser does for it; tests hand in another one. */
const BROWSER = {
  fetchAhead,
  navigate: (path) => window.location.assign(path),
  isHidden: () => document.hidden,
  openSocket: () => new WebSocket(signalAddress()),
  async read(path) {
    const page = await OtherPage.read(path);
    await page.preload();
    return page;
  },
};

/** How a page is left for another one of this site: as browsers do. */
export class Going {
  #browser;

  constructor(browser = BROWSER) {
    this.#browser = browser;
  }

  /** Has what is needed for a meeting at `path` fetched and made ready: it is likely to be the next page. */
  prepare(path) {
    this.#browser.fetchAhead(path);
  }

  /** Has the devices opened that the next page is to use; a page that is gone to opens them itself. */
  openDevices() {}

  /** Whether one is about to go, and what this page shows counts no more. */
  get leaving() {
    return false;
  }

  /** One goes there as soon as the server has answered what it was asked for just now. */
  announce() {}

  /** One does not go there after all. */
  stay() {}

  /** From now on the next page is loaded anew, with all its modules: those of this page are old. */
  navigateOnly() {}

  async go(path) {
    this.#browser.navigate(path);
  }
}

/**
 * Lets the next page take this one's place without a navigation: it is there at once, and the click that led there
 * still counts as one, which browsers forget with the page on which it was made. For pages of which nothing has to end
 * but their `connection`. Where it fails the browser goes there as always.
 */
export class GivingWay extends Going {
  #browser;
  #connection;
  #choices;
  #prepared = {};
  /** Whether the next `welcome` is for the next page. */
  #announced = false;
  #navigatesOnly = false;

  constructor(connection, choices, browser = BROWSER) {
    super(browser);
    this.#browser = browser;
    this.#connection = connection;
    this.#choices = choices;
    connection.on("welcome", () => (this.#announced = false));
  }

  prepare(path) {
    const page = this.#browser.read(path);
    this.#prepared = { path, page };
    KINDS.forEach(permissionFor);
    // One answers on a page that one sees. What fails here is told when one goes there.
    page
      .then(() => this.#prepared.page === page && !this.#browser.isHidden() && earlyMedia.prepare(this.#choices.values))
      .catch(() => undefined);
  }

  openDevices(cameraOff) {
    const { values } = this.#choices;
    const kinds = wantedOf(openWith({ cameraOff }), values);
    if (kinds.length > 0 && devicesReachable()) {
      earlyDevices.open(constraintsFor(kinds, values));
    }
  }

  get leaving() {
    return this.#announced;
  }

  announce() {
    this.#connection.send({ type: "change-page" });
    this.#announced = true;
  }

  stay() {
    this.#prepared = {};
    earlyDevices.drop();
    earlyMedia.drop();
  }

  navigateOnly() {
    this.#navigatesOnly = true;
  }

  async go(path) {
    if (this.#navigatesOnly) {
      await super.go(path);
      return;
    }
    const { path: prepared, page } = this.#prepared;
    try {
      const next = await inTime(prepared === path ? page : this.#browser.read(path));
      this.#passOn();
      next.show(path);
    } catch (error) {
      console.warn("the page cannot take this one's place", error);
      await super.go(path);
    }
  }

  #passOn() {
    if (!this.#announced) {
      this.announce();
    }
    earlySocket.passOn(this.#connection.release() ?? this.#browser.openSocket());
  }
}

/** What `reading` resolves to; fails when that takes longer than a person would wait. */
async function inTime(reading) {
  let page;
  await atMost(
    READ_WITHIN,
    reading.then((read) => (page = read)),
  );
  if (!page) {
    throw new Error(`not read within ${READ_WITHIN} ms`);
  }
  return page;
}
