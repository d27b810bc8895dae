const RATE = 24_000;
/** A rising chord: E5, G#5, B5, each a little later than the one before. Frequency in Hz, start in seconds. */
const NOTES = [
  [659.26, 0],
  [830.61, 0.18],
  [987.77, 0.36],
];
const SECONDS = 1.3;
const WAV_HEADER = 44;

/** The test sound as a WAV file in memory: 16 bit, one channel. */
export function testSound() {
  const count = Math.round(RATE * SECONDS);
  const view = new DataView(new ArrayBuffer(WAV_HEADER + count * 2));
  writeHeader(view, count * 2);
  for (let index = 0; index < count; index += 1) {
    view.setInt16(WAV_HEADER + index * 2, sampleAt(index / RATE) * 0x7fff, true);
  }
  return new Blob([view.buffer], { type: "audio/wav" });
}

/** Each note fades in within 10 ms, so that it does not click, and dies away. */
function sampleAt(time) {
  let sum = 0;
  for (const [frequency, start] of NOTES) {
    const age = time - start;
    if (age > 0) {
      sum += Math.sin(2 * Math.PI * frequency * age) * Math.min(1, age / 0.01) * Math.exp(-4.5 * age);
    }
  }
  return sum * 0.25;
}

function writeHeader(view, bytes) {
  const ascii = (offset, word) => [...word].forEach((letter, i) => view.setUint8(offset + i, letter.charCodeAt(0)));
  ascii(0, "RIFF");
  view.setUint32(4, 36 + bytes, true);
  ascii(8, "WAVEfmt ");
  view.setUint32(16, 16, true);
  view.setUint16(20, 1, true);
  view.setUint16(22, 1, true);
  view.setUint32(24, RATE, true);
  view.setUint32(28, RATE * 2, true);
  view.setUint16(32, 2, true);
  view.setUint16(34, 16, true);
  ascii(36, "data");
  view.setUint32(40, bytes, true);
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
