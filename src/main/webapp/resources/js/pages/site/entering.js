import { beginWith } from "../../media/switches.js";
import { callPath, roomPath } from "../../shared/paths.js";

/** Goes to the page of `call` with the camera on or off, whatever they were before. */
export async function enterCall({ tab, going }, call, cameraOff = false) {
  beginWith(tab, { cameraOff });
  await going.go(callPath(call.room));
}

/** Goes into a room that somebody asked the person into. */
export async function enterRoom({ tab, going }, room, cameraOff) {
  beginWith(tab, { cameraOff });
  await going.go(roomPath(room.id));
}
