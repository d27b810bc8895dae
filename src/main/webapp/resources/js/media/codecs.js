import { settings } from "../shared/settings.js";

/** What browsers list among their codecs and is none: it mends or repeats what is sent in another one. */
const AIDS = /^video\/(rtx|red|ulpfec|flexfec.*)$/i;

const nameOf = ({ mimeType }) => mimeType.slice("video/".length).toUpperCase();
const isAid = ({ mimeType }) => AIDS.test(mimeType);

/**
 * The codecs of a browser in the order in which a publisher offers them: first those that the media node
 * passes, in `order`. What is no codec of its own (rtx, red, fec) keeps its place at the end.
 */
export function preferred(codecs, order) {
  const rank = (codec) => {
    const index = order.findIndex((name) => name.toUpperCase() === nameOf(codec));
    return index < 0 ? order.length : index;
  };
  return [...codecs].sort((a, b) => rank(a) - rank(b));
}

/**
 * The same, but only `common`, those that everybody in the room can decode, as far as the browser has any of them;
 * `common` is undefined before it is known.
 */
export function offeredOf(codecs, order, common = []) {
  const shared = codecs.filter((codec) => common.includes(nameOf(codec)));
  return shared.length > 0 ? preferred([...shared, ...codecs.filter(isAid)], common) : preferred(codecs, order);
}

/** The codecs of pictures that the browser can decode, by their RTP names; none when it does not tell. */
export function decodable() {
  const listed = globalThis.RTCRtpReceiver?.getCapabilities?.("video")?.codecs ?? [];
  return [...new Set(listed.filter((codec) => !isAid(codec)).map(nameOf))];
}

/** Whether the browser can decode pictures in this codec, as far as is known. */
export function canDecode(codec) {
  const listed = decodable();
  return !settings.codecs.includes(codec) || listed.length === 0 || listed.includes(codec);
}

/** Whether the browser can send pictures in any of these codecs. */
export function canEncodeAny(codecs) {
  return RTCRtpSender.getCapabilities("video").codecs.some((codec) => codecs.includes(nameOf(codec)));
}
