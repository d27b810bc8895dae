import { text } from "../../shared/texts.js";

/** Says, as long as it lasts, that the system or a switch holds an own device back, and what the person can do. */
export function tellBlocked({ banners }, { cameraBlocked, microphoneBlocked, cameraOff, muted }) {
  banners.showIf(microphoneBlocked && !muted, "microphone-blocked", text("banner.microphoneBlocked"));
  banners.showIf(cameraBlocked && !cameraOff, "camera-blocked", text("banner.cameraBlocked"));
}
