const KINDS = { camera: "videoinput", microphone: "audioinput", speaker: "audiooutput" };

/** Whether this page may use devices at all: browsers forbid it on plain http from another host. */
export function devicesReachable() {
  return Boolean(navigator.mediaDevices?.getUserMedia);
}

/** Whether this browser lets a page choose where sound goes. */
export function canChooseSpeaker() {
  return typeof Audio.prototype.setSinkId === "function";
}

/**
 * The devices by kind: `{camera: [{id, label}], microphone: [...], speaker: [...]}`. Before a permission
 * browsers tell neither ids nor names, then an entry has both empty.
 */
export async function listDevices() {
  const found = devicesReachable() ? await navigator.mediaDevices.enumerateDevices().catch(() => []) : [];
  const ofKind = (kind) =>
    found.filter((device) => device.kind === kind).map(({ deviceId, label }) => ({ id: deviceId, label }));
  return Object.fromEntries(Object.entries(KINDS).map(([name, kind]) => [name, ofKind(kind)]));
}

/** What the browsers were asked, by kind; their answers stay true when a permission changes. */
const permissions = new Map();

/**
 * What the browser would do for `camera` or `microphone`: "granted", "denied" or "prompt". It is slow to tell the first
 * time.
 */
export async function permissionFor(kind) {
  try {
    if (!permissions.has(kind)) {
      permissions.set(kind, navigator.permissions.query({ name: kind }));
    }
    return (await permissions.get(kind)).state;
  } catch {
    permissions.delete(kind);
    // Not every browser tells; asking is then the only way to know.
    return "prompt";
  }
}

/** Calls `listener` whenever a device was plugged in or out. */
export function onDevicesChanged(listener, signal) {
  navigator.mediaDevices?.addEventListener("devicechange", listener, { signal });
}
