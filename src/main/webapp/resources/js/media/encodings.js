/**
 * The sizes in which one picture is sent at the same time, from the largest on: browsers whose camera has few pixels
 * leave the last ones out. `scale` divides width and height, `part` is of the largest one's bitrate.
 */
const LAYERS = [
  { rid: "h", scale: 1, part: 1 },
  { rid: "m", scale: 2, part: 1 / 3 },
  { rid: "l", scale: 4, part: 1 / 10 },
];

/** Without it VP9 and AV1 are sent in one size alone; with it every second frame may be left out, twice. */
const SCALABILITY = "L1T3";

/**
 * The encodings to offer, as of `sendEncodings` of a transceiver.
 *
 * @param layers in how many sizes at most; one has no name
 * @param bitrate the most for the largest, in bit/s
 * @param frameRate frames a second at most; undefined for what comes
 */
export function encodingsOf(layers, bitrate, frameRate) {
  const rate = frameRate === undefined ? {} : { maxFramerate: frameRate };
  if (layers <= 1) {
    return [{ maxBitrate: bitrate, ...rate }];
  }
  return LAYERS.slice(0, layers).map(({ rid, scale, part }) => ({
    rid,
    scaleResolutionDownBy: scale,
    maxBitrate: Math.round(bitrate * part),
    scalabilityMode: SCALABILITY,
    ...rate,
  }));
}

/**
 * Changes a sender's encodings to this bitrate, and to those that are `wanted`, by name; all when that is undefined.
 * What is wanted of a sender that has none of these names changes nothing.
 *
 * @returns whether anything is different now
 */
export function adjust(encodings, bitrate, wanted) {
  const named = wanted?.some((name) => encodings.some(({ rid }) => rid === name));
  return encodings.map((encoding) => adjustOne(encoding, bitrate, named ? wanted : undefined)).includes(true);
}

function adjustOne(encoding, bitrate, wanted) {
  const part = LAYERS.find(({ rid }) => rid === encoding.rid)?.part ?? 1;
  const maxBitrate = Math.round(bitrate * part);
  const active = wanted?.includes(encoding.rid) ?? true;
  if (encoding.maxBitrate === maxBitrate && (encoding.active ?? true) === active) {
    return false;
  }
  encoding.maxBitrate = maxBitrate;
  encoding.active = active;
  return true;
}
