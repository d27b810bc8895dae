const HEADER = 44;

/**
 * A sound as a WAV file in memory: 16 bit, one channel.
 *
 * @param sampleAt the sample, -1 to 1, at a time in seconds
 * @param rate samples a second
 */
export function wavOf(sampleAt, seconds, rate = 24_000) {
  const count = Math.round(rate * seconds);
  const view = new DataView(new ArrayBuffer(HEADER + count * 2));
  writeHeader(view, count * 2, rate);
  for (let index = 0; index < count; index += 1) {
    view.setInt16(HEADER + index * 2, sampleAt(index / rate) * 0x7fff, true);
  }
  return new Blob([view.buffer], { type: "audio/wav" });
}

/**
 * Notes `[frequency in Hz, start in seconds]` at a time: each fades in within 10 ms, so that it does not click, and
 * dies away.
 */
export function chimeAt(notes, time) {
  let sum = 0;
  for (const [frequency, start] of notes) {
    const age = time - start;
    if (age > 0) {
      sum += Math.sin(2 * Math.PI * frequency * age) * Math.min(1, age / 0.01) * Math.exp(-4.5 * age);
    }
  }
  return sum * 0.25;
}

function writeHeader(view, bytes, rate) {
  const ascii = (offset, word) => [...word].forEach((letter, i) => view.setUint8(offset + i, letter.charCodeAt(0)));
  ascii(0, "RIFF");
  view.setUint32(4, 36 + bytes, true);
  ascii(8, "WAVEfmt ");
  view.setUint32(16, 16, true);
  view.setUint16(20, 1, true);
  view.setUint16(22, 1, true);
  view.setUint32(24, rate, true);
  view.setUint32(28, rate * 2, true);
  view.setUint16(32, 2, true);
  view.setUint16(34, 16, true);
  ascii(36, "data");
  view.setUint32(40, bytes, true);
}
