import { sitePath } from "./paths.js";

/** What holds when the server does not say otherwise: everything at the page's own origin. */
const DEFAULTS = {
  media: "embedded",
  addresses: { publish: "", play: "", api: "", signal: "" },
  codecs: ["VP8", "H264", "VP9", "AV1"],
  /** The most that may be sent: lines, bits and frames a second, sizes at a time, milliseconds of sound in a packet. */
  camera: { resolution: 1080, bitrate: 2_500_000, frameRate: 30, layers: 1 },
  screen: { bitrate: 2_500_000, frameRate: 30, layers: 1 },
  /** A bitrate of 0: as the browser likes; `dtx`: silence is hardly sent. */
  sound: { bitrate: 0, packetTime: 20, dtx: false },
};

/** What has defaults member by member. */
const PARTS = ["addresses", "camera", "screen", "sound"];

/** Reads `GET /api/settings` by `read`, and takes the defaults for what it does not say. */
export async function readSettings(read) {
  try {
    const response = await read(sitePath("/api/settings"), { headers: { Accept: "application/json" } });
    return withDefaults(response.ok ? await response.json() : {});
  } catch (error) {
    console.warn("the site's settings could not be read", error);
    return DEFAULTS;
  }
}

function withDefaults(given) {
  return {
    ...DEFAULTS,
    ...given,
    ...Object.fromEntries(PARTS.map((part) => [part, { ...DEFAULTS[part], ...given[part] }])),
  };
}

/** Those that this document's mark-up has with it, if it does. */
export function settingsIn(page) {
  const element = page?.getElementById("site-settings");
  return element ? withDefaults(JSON.parse(element.textContent)) : undefined;
}

/** Whether the browser may have kept this document since it was looked at: somebody went back to it. */
function isOld() {
  return globalThis.performance?.getEntriesByType?.("navigation")[0]?.type === "back_forward";
}

/** The site's settings. Where the mark-up has none of now, every module that imports them waits for one request. */
export const settings =
  (isOld() ? undefined : settingsIn(globalThis.document)) ?? (await readSettings((...request) => fetch(...request)));

/** In how many sizes at the same time a camera or a screen is sent: SRS passes the first on and drops the others. */
export function layersOf({ layers }) {
  return settings.media === "srs" ? 1 : layers;
}
