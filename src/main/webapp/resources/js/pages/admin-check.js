import { loop } from "../media/loop.js";
import { ofCandidates, ofClock, ofContext, ofHooks, ofLoop, ofOrigins, ofSocket } from "../shared/check-findings.js";
import { settings } from "../shared/settings.js";
import { clockAhead, hooksTold, openLoop, openSocket } from "../signal/self-check.js";
import { CheckList } from "../views/admin/check-list.js";
import { movingPicture } from "../views/admin/moving-picture.js";
import { part } from "../views/common/dom.js";

const root = part("browser-checks");
const list = new CheckList(root);
const picture = movingPicture();

/** A loop that could not even begin is one that was refused. */
async function looped(way) {
  try {
    return await loop(way, await openLoop(), picture.track);
  } catch (error) {
    return { problem: "publish", detail: error.message, candidates: [] };
  }
}

async function checkMedia() {
  const ways = settings.relay ? ["udp", "tcp", "relay"] : ["udp", "tcp"];
  const { media } = settings;
  const results = [];
  const before = await hooksTold();
  for (const way of ways) {
    const result = await looped(way);
    results.push(result);
    list.show(way, ofLoop(way, result, media));
  }
  if (!settings.relay) {
    list.show("relay", ofLoop("relay", { problem: "none" }));
  }
  const { candidates = [] } = results.find((result) => result.candidates?.length > 0) ?? {};
  const passed = results.some(({ problem }) => !problem);
  list.show("candidates", ofCandidates(candidates, location.hostname, media, passed));
  list.show("hooks", ofHooks(media, results, (await hooksTold()) - before));
}

function ofPage() {
  const { publish, play, api } = settings.addresses;
  const fetched = window.performance.getEntriesByType("resource").map(({ name }) => name);
  return ofOrigins(fetched, location.origin, [publish, play, api]);
}

list.show("secure", ofContext(window.isSecureContext, location.protocol.slice(0, -1)));
list.show("socket", ofSocket(await openSocket(location.origin)));
list.show("clock", ofClock(await clockAhead().catch(() => NaN)));
await checkMedia();
picture.stop();
list.show("page", ofPage());
root.setAttribute("aria-busy", "false");
