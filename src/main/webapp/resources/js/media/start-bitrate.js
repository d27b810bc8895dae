import { withParameter } from "./codec-parameters.js";

/** What names a codec of pictures of its own in an SDP: "a=rtpmap:96 VP8/90000". */
const CODECS = /^a=rtpmap:(\d+) (?:VP8|VP9|AV1|H264)\//gm;

/**
 * The answer to an offer, changed so that browsers of the Chromium family begin with this bitrate (bit/s) and adapt it
 * to the network from there, instead of working their way up from 300 kbit/s: the first picture of a screen full of
 * letters would take seconds. Other browsers ignore it.
 */
export function withStartBitrate(sdp, bitrate) {
  const parameter = `x-google-start-bitrate=${Math.round(bitrate / 1000)}`;
  return [...sdp.matchAll(CODECS)].reduce((changed, [, type]) => withParameter(changed, type, parameter), sdp);
}
