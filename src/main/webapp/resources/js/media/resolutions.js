/** The resolutions a person can choose, by height in lines; `maxBitrate` in bit/s is what one stream may use. */
export const RESOLUTIONS = new Map([
  [180, { width: 320, height: 180, maxBitrate: 150_000 }],
  [360, { width: 640, height: 360, maxBitrate: 500_000 }],
  [720, { width: 1280, height: 720, maxBitrate: 1_500_000 }],
  [1080, { width: 1920, height: 1080, maxBitrate: 2_500_000 }],
]);

export const DEFAULT_RESOLUTION = 720;

/** The highest bitrate in bit/s for video of the chosen height. */
export function maxBitrate(height) {
  return (RESOLUTIONS.get(height) ?? RESOLUTIONS.get(DEFAULT_RESOLUTION)).maxBitrate;
}
