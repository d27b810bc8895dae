import { withParameter } from "./codec-parameters.js";

const OPUS = /^a=rtpmap:(\d+) opus\/48000/im;
const RECEIVED = /^a=recvonly\r?$/m;

/**
 * The offer, changed so that sound is received in stereo (RFC 7587 section 6.1). Chromium 156 asks for none by itself
 * and makes one channel of two, as of a camera's or an encoder's sound that has both; Firefox 153 asks. Where but one
 * channel is sent, nothing changes. What the browser sends itself is left as it is.
 */
export function withStereo(sdp) {
  return sdp
    .split(/(?=^m=)/m)
    .map((section) => (section.startsWith("m=audio") && RECEIVED.test(section) ? inStereo(section) : section))
    .join("");
}

function inStereo(section) {
  const [, type] = OPUS.exec(section) ?? [];
  const said = new RegExp(`^a=fmtp:${type} (?:[^\\r\\n]*;)? *stereo=`, "m");
  return type === undefined || said.test(section) ? section : withParameter(section, type, "stereo=1");
}
