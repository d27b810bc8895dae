import { beginWith } from "../../media/switches.js";
import { callPath, roomPath } from "../../shared/paths.js";

const KEY = "plenum.call";

/** Goes to the page of `call` with the camera on or off, and notes when the two began to talk. */
export async function enterCall({ tab, going }, call, cameraOff = false) {
  beginWith(tab, { cameraOff });
  if (call.state === "accepted") {
    noteAccepted(tab, call);
  }
  await going.go(callPath(call.room));
}

/** Goes into a room that somebody asked the person into. */
export async function enterRoom({ tab, going }, room, cameraOff) {
  beginWith(tab, { cameraOff });
  await going.go(roomPath(room.id));
}

/** Notes in this tab that `call` was accepted just now; a reload does not forget it. */
export function noteAccepted(tab, call) {
  if (tab.read(KEY, {}).id !== call.id) {
    tab.write(KEY, { id: call.id, since: Date.now() });
  }
}

/** Since when the two have talked, in milliseconds of Date.now: what this tab noted, else what the server says. */
export function talkingSince(tab, call) {
  const noted = tab.read(KEY, {});
  return noted.id === call.id ? noted.since : Date.parse(call.started) || Date.now();
}
