import { withParameter } from "./codec-parameters.js";

const OPUS = /^a=rtpmap:(\d+) opus\/48000.*$/im;
/** What browsers put into a packet unasked, in milliseconds. */
const USUAL_PACKET = 20;

/**
 * The answer to an offer, changed so that the browser's Opus keeps to what the site permits (RFC 7587 section 6.1):
 * `bitrate` in bit/s (0: as it likes), `packetTime` in milliseconds, and `dtx`: silence is hardly sent. `stereo`: both
 * channels are sent; Chromium 156 makes one of two unless the answer asks, and takes twice the bitrate for both.
 */
export function withSoundLimits(sdp, { bitrate, packetTime, dtx, stereo = false }) {
  const [, type] = OPUS.exec(sdp) ?? [];
  if (type === undefined) {
    return sdp;
  }
  const limited = bitrate > 0 && `maxaveragebitrate=${bitrate}`;
  const parameters = [limited, dtx && "usedtx=1", stereo && "stereo=1"].filter(Boolean);
  const changed = parameters.reduce((text, parameter) => withParameter(text, type, parameter), sdp);
  return packetTime === USUAL_PACKET ? changed : withPacketTime(changed, packetTime);
}

/** Of the whole section of sound; which line of it says so does not matter. */
function withPacketTime(sdp, milliseconds) {
  const others = sdp.replace(/^a=(?:max)?ptime:.*\r?\n/gm, "");
  return others.replace(/^(a=rtpmap:\d+ opus\/48000[^\r\n]*)(\r?\n)/im, `$1$2a=ptime:${milliseconds}$2`);
}
