/**
 * The codecs of a browser in the order in which a publisher offers them: first those that the media node
 * passes, in `order`. What is no codec of its own (rtx, red, fec) keeps its place at the end.
 */
export function preferred(codecs, order) {
  const rank = (codec) => {
    const index = order.findIndex((name) => codec.mimeType.toLowerCase() === `video/${name.toLowerCase()}`);
    return index < 0 ? order.length : index;
  };
  return [...codecs].sort((a, b) => rank(a) - rank(b));
}
