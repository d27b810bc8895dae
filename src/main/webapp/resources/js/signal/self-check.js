import { sitePath } from "../shared/paths.js";
import { uptime, wallClock } from "../shared/clock.js";
import { settings } from "../shared/settings.js";

const ADDRESS = settings.addresses.api + sitePath("/api/admin/check");
const OPEN_WITHIN = 5_000;
/** The quickest of so many questions tells a clock best. */
const QUESTIONS = 4;

async function asked(method) {
  const response = await fetch(ADDRESS, { method, credentials: "include", headers: { Accept: "application/json" } });
  if (!response.ok) {
    throw new Error(String(response.status));
  }
  return response.json();
}

/** The doors of one loop: `{publish, play}`. */
export const openLoop = () => asked("POST");

/** How many hooks of SRS the server took since it started. */
export const hooksTold = async () => (await asked("GET")).hooks;

/** By how many milliseconds the server's clock is ahead of this computer's. */
export async function clockAhead() {
  let best = { took: Infinity, ahead: 0 };
  for (let i = 0; i < QUESTIONS; i += 1) {
    const begun = uptime();
    const { now } = await asked("GET");
    const took = uptime() - begun;
    if (took < best.took) {
      best = { took, ahead: now - (wallClock().getTime() - took / 2) };
    }
  }
  return best.ahead;
}

/** How long a WebSocket of a page of `origin` takes to open, in milliseconds; `undefined` if none does. */
export function openSocket(origin, make = (address) => new WebSocket(address)) {
  const base = settings.addresses.signal || origin.replace(/^http/, "ws");
  const begun = uptime();
  return new Promise((resolve) => {
    const socket = make(base + sitePath("/signal"));
    const timer = setTimeout(() => end(undefined), OPEN_WITHIN);
    const end = (result) => {
      clearTimeout(timer);
      socket.onopen = socket.onclose = socket.onerror = null;
      socket.close();
      resolve(result);
    };
    socket.onopen = () => end(uptime() - begun);
    socket.onclose = () => end(undefined);
    socket.onerror = () => end(undefined);
  });
}
