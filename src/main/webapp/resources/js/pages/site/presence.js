import { NONE } from "../../media/choices.js";
import { listDevices, onDevicesChanged } from "../../media/devices.js";
import { Idle } from "../../shared/idle.js";
import { PresenceReport } from "../../signal/presence.js";
import { onActivity } from "../../views/common/activity.js";

/** Whoever touches nothing on the page for so long is away. */
const AWAY_AFTER = 300_000;

/** Keeps the others informed of the person's devices, and of whether they are away. */
export function reportPresence({ connection, choices }) {
  const report = new PresenceReport(connection);
  const look = async () => {
    const devices = await listDevices();
    const has = (kind) => choices.values[kind] !== NONE && devices[kind].length > 0;
    report.update({ camera: has("camera"), microphone: has("microphone") });
  };
  const idle = new Idle(AWAY_AFTER, (away) => report.update({ away }));
  onActivity(() => idle.active());
  onDevicesChanged(look);
  choices.on("changed", look);
  look();
}
