import { sitePath } from "../shared/paths.js";
import { settings } from "../shared/settings.js";

const ADDRESS = settings.addresses.api + sitePath("/api/device-tests");

/** Tells the server what a test of the devices found, also when the page is left at this moment. */
export async function sendDeviceTest(result) {
  await fetch(ADDRESS, {
    method: "POST",
    credentials: "include",
    keepalive: true,
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(result),
  }).catch(() => undefined); // Nobody is there any more to be told.
}
