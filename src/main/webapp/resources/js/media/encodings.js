/**
 * The sizes in which one picture is sent at the same time, from the largest on: browsers whose camera has few pixels
 * leave the last ones out. `scale` divides width and height, `part` is of the largest one's bitrate.
 */
const LAYERS = [
  { rid: "h", scale: 1, part: 1 },
  { rid: "m", scale: 2, part: 1 / 3 },
  { rid: "l", scale: 4, part: 1 / 10 },
];

/** What cameras are asked for. */
const USUAL_LINES = 720;

/** Without it VP9 and AV1 are sent in one size alone; with it every second frame may be left out, twice. */
const SCALABILITY = "L1T3";

/**
 * The encodings to offer, as of `sendEncodings` of a transceiver.
 *
 * @param layers in how many sizes at most; one has no name
 * @param bitrate the most for the largest, in bit/s
 * @param frameRate frames a second at most; undefined for what comes
 * @param together the most for all of them together, in bit/s
 */
export function encodingsOf(layers, bitrate, frameRate, together = Infinity) {
  const rate = frameRate === undefined ? {} : { maxFramerate: frameRate };
  if (layers <= 1) {
    return [{ maxBitrate: Math.min(bitrate, together), ...rate }];
  }
  const made = LAYERS.slice(0, layers);
  const base = baseOf(made, bitrate, together);
  return made.map(({ rid, scale, part }) => ({
    rid,
    scaleResolutionDownBy: scale,
    maxBitrate: Math.round(base * part),
    scalabilityMode: SCALABILITY,
    ...rate,
  }));
}

/**
 * Changes a sender's encodings to this bitrate, with no more than `together` for all that are sent, and to those that
 * are `wanted`, by name; all when that is undefined. What is wanted of a sender that has none of these names changes
 * nothing.
 *
 * @returns whether anything is different now
 */
export function adjust(encodings, bitrate, wanted, together = Infinity) {
  const named = wanted?.some((name) => encodings.some(({ rid }) => rid === name));
  const isActive = ({ rid }) => !named || wanted.includes(rid);
  const base = baseOf(encodings.filter(isActive), bitrate, together);
  return encodings.map((encoding) => adjustOne(encoding, base, isActive(encoding))).includes(true);
}

/**
 * Divides what these encodings have in width and height, so that a picture of `height` lines is sent in so many; a
 * height that is not known is taken for that of most cameras.
 *
 * @returns whether anything is different now
 */
export function scaleTo(lines, encodings, height = USUAL_LINES) {
  const scale = Math.max(1, height / lines);
  const different = encodings.some(({ scaleResolutionDownBy }) => scaleResolutionDownBy !== scale);
  encodings.forEach((encoding) => (encoding.scaleResolutionDownBy = scale));
  return different;
}

/** The bitrate of a largest encoding of which all have their parts. */
function baseOf(encodings, bitrate, together) {
  return Math.min(bitrate, together / encodings.reduce((sum, { rid }) => sum + partOf(rid), 0));
}

function partOf(name) {
  return LAYERS.find(({ rid }) => rid === name)?.part ?? 1;
}

function adjustOne(encoding, base, active) {
  const maxBitrate = Math.round(base * partOf(encoding.rid));
  if (encoding.maxBitrate === maxBitrate && (encoding.active ?? true) === active) {
    return false;
  }
  encoding.maxBitrate = maxBitrate;
  encoding.active = active;
  return true;
}
