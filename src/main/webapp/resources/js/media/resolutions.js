import { settings } from "../shared/settings.js";

/** All that there are, by height in lines; `maxBitrate` in bit/s is what one stream may use. */
const ALL = [
  [180, { width: 320, height: 180, maxBitrate: 150_000 }],
  [360, { width: 640, height: 360, maxBitrate: 500_000 }],
  [720, { width: 1280, height: 720, maxBitrate: 1_500_000 }],
  [1080, { width: 1920, height: 1080, maxBitrate: 2_500_000 }],
];
const RECOMMENDED = 720;

/** Those with as many lines as the site permits; `camera` is what it says of cameras. */
export function resolutionsOf(camera) {
  return new Map(
    ALL.filter(([height]) => height <= camera.resolution).map(([height, resolution]) => [
      height,
      { ...resolution, maxBitrate: Math.min(resolution.maxBitrate, camera.bitrate) },
    ]),
  );
}

/** The resolutions a person can choose here. */
export const RESOLUTIONS = resolutionsOf(settings.camera);

export const DEFAULT_RESOLUTION = Math.min(RECOMMENDED, settings.camera.resolution);

/** The highest bitrate in bit/s for video of the chosen height. */
export function maxBitrate(height) {
  return (RESOLUTIONS.get(height) ?? RESOLUTIONS.get(DEFAULT_RESOLUTION)).maxBitrate;
}
