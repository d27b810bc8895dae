const PREFERENCE = ["video/vp8", "video/h264", "video/vp9", "video/av1"];

/**
 * The codecs of a browser in the order in which a publisher offers them. VP8 first: every browser encodes
 * and decodes it without a download. What is no codec of its own (rtx, red, fec) keeps its place at the end.
 */
export function preferred(codecs) {
  const rank = (codec) => {
    const index = PREFERENCE.indexOf(codec.mimeType.toLowerCase());
    return index < 0 ? PREFERENCE.length : index;
  };
  return [...codecs].sort((a, b) => rank(a) - rank(b));
}
