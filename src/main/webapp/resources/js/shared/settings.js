import { sitePath } from "./paths.js";

/** What holds when the server does not say otherwise: everything at the page's own origin. */
const DEFAULTS = {
  media: "embedded",
  addresses: { publish: "", play: "", api: "", signal: "" },
  codecs: ["VP8", "H264", "VP9", "AV1"],
  /** The most that the picture of a shared screen may use, in bit/s. */
  screen: { bitrate: 2_500_000 },
};

/** Reads `GET /api/settings` by `read`, and takes the defaults for what it does not say. */
export async function readSettings(read) {
  try {
    const response = await read(sitePath("/api/settings"), { headers: { Accept: "application/json" } });
    const given = response.ok ? await response.json() : {};
    return {
      ...DEFAULTS,
      ...given,
      addresses: { ...DEFAULTS.addresses, ...given.addresses },
      screen: { ...DEFAULTS.screen, ...given.screen },
    };
  } catch (error) {
    console.warn("the site's settings could not be read", error);
    return DEFAULTS;
  }
}

/** The site's settings; every module that imports them waits for their one request. */
export const settings = await readSettings((...request) => fetch(...request));
