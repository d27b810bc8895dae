import { chimeAt, wavOf } from "./wav.js";

/** A rising chord: E5, G#5, B5, each a little later than the one before. */
const NOTES = [
  [659.26, 0],
  [830.61, 0.18],
  [987.77, 0.36],
];
const SECONDS = 1.3;

/** The test sound as a WAV file in memory. */
export function testSound() {
  return wavOf((time) => chimeAt(NOTES, time), SECONDS);
}

/**
 * Plays the test sound on `speaker` (a device id, "" for the system's output); resolves when it has ended,
 * fails when the browser cannot play there.
 */
export async function playTestSound(speaker) {
  const url = URL.createObjectURL(testSound());
  const audio = new Audio(url);
  try {
    if (speaker && audio.setSinkId) {
      await audio.setSinkId(speaker);
    }
    const ended = new Promise((resolve) => audio.addEventListener("ended", resolve, { once: true }));
    await audio.play();
    await ended;
  } finally {
    URL.revokeObjectURL(url);
  }
}
