import { settings } from "../shared/settings.js";
import { NONE } from "./choices.js";
import { DEFAULT_RESOLUTION, RESOLUTIONS } from "./resolutions.js";

/** The kinds of devices that a person is seen and heard with. */
export const KINDS = ["camera", "microphone"];

const CONSTRAINTS = {
  camera: (values) => ({ video: cameraConstraints(values) }),
  microphone: (values) => ({ audio: microphoneConstraints(values) }),
};

/** Those of `kinds` that the choices want. */
export function wantedOf(kinds, values) {
  return kinds.filter((kind) => values[kind] !== NONE);
}

/** Constraints for the choices, as getUserMedia takes them, of `kinds` together. */
export function constraintsFor(kinds, values) {
  return Object.assign({}, ...kinds.map((kind) => CONSTRAINTS[kind](values)));
}

/** Of a camera; all of them ideals, so that a poorer camera still works. */
function cameraConstraints({ camera, resolution }) {
  const { frameRate } = settings.camera;
  const { width, height } = RESOLUTIONS.get(resolution) ?? RESOLUTIONS.get(DEFAULT_RESOLUTION);
  return {
    ...(camera ? { deviceId: { ideal: camera } } : {}),
    width: { ideal: width },
    height: { ideal: height },
    frameRate: { ideal: frameRate, max: frameRate },
  };
}

/** Of a microphone. */
function microphoneConstraints({ microphone, echoCancellation, noiseSuppression, autoGainControl }) {
  return {
    ...(microphone ? { deviceId: { ideal: microphone } } : {}),
    echoCancellation,
    noiseSuppression,
    autoGainControl,
  };
}
