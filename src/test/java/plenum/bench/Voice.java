package plenum.bench;

import java.io.IOException;
import java.nio.file.Path;
import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;

/** Somebody who talks without a pause: overtones, syllable by syllable, four a second. */
final class Voice {

  private static final int RATE = 48_000;
  private static final int SECONDS = 10;
  private static final int OVERTONES = 20;
  private static final double LOUDNESS = 6_000;

  private Voice() {}

  /** Writes it as a WAV file, which browsers play from the beginning again. */
  static Path in(Path file) throws IOException {
    byte[] samples = new byte[RATE * SECONDS * 2];
    for (int i = 0; i < RATE * SECONDS; i++) {
      int value = (int) (LOUDNESS * at((double) i / RATE));
      samples[2 * i] = (byte) value;
      samples[2 * i + 1] = (byte) (value >> 8);
    }
    AudioFormat format = new AudioFormat(RATE, 16, 1, true, false);
    try (AudioInputStream sound =
        new AudioInputStream(
            new java.io.ByteArrayInputStream(samples), format, (long) RATE * SECONDS)) {
      AudioSystem.write(sound, AudioFileFormat.Type.WAVE, file.toFile());
    }
    return file.toAbsolutePath();
  }

  /** From -1 to 1 or a little more. */
  private static double at(double second) {
    double pitch = 2 * Math.PI * (140 * second + 2 * Math.sin(2 * Math.PI * 3 * second));
    double sum = 0;
    for (int n = 1; n <= OVERTONES; n++) {
      sum += Math.sin(n * pitch) / n;
    }
    return sum * (0.65 + 0.35 * Math.sin(2 * Math.PI * 4 * second));
  }
}
