package plenum.testing;

import com.microsoft.playwright.Locator;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * An ffmpeg, {@code -Dffmpeg.binary} or that of this machine, which pushes a tone and a picture
 * that tells when it was made: 24 black or white fields are the lowest bits of the clock in
 * milliseconds. A page on the same machine reads them from what it shows.
 */
public final class TimeCodedEncoder implements AutoCloseable {

  private static final int WIDTH = 320;
  private static final int HEIGHT = 180;
  private static final int COLUMNS = 12;
  private static final int BITS = 2 * COLUMNS;
  private static final long FRAME_MILLIS = 40;

  /** Of a video element: milliseconds from the making of each of the next frames to its showing. */
  private static final String READ =
      """
      (video, count) => new Promise((done) => {
        const [width, height, columns] = [%d, %d, %d];
        const canvas = new OffscreenCanvas(width, height);
        const context = canvas.getContext("2d", { willReadFrequently: true });
        const delays = [];
        const read = () => {
          const now = Date.now();
          context.drawImage(video, 0, 0, width, height);
          const { data } = context.getImageData(0, 0, width, height);
          let code = 0;
          for (let bit = 0; bit < 2 * columns; bit += 1) {
            const x = Math.floor(((bit %% columns) + 0.5) * (width / columns));
            const y = Math.floor((Math.floor(bit / columns) + 0.5) * (height / 2));
            code = code * 2 + (data[4 * (y * width + x)] > 127 ? 1 : 0);
          }
          delays.push((now - code) & 0xffffff);
          if (delays.length < count) {
            video.requestVideoFrameCallback(read);
          } else {
            done(delays);
          }
        };
        video.requestVideoFrameCallback(read);
      })
      """
          .formatted(WIDTH, HEIGHT, COLUMNS);

  private final Process process;
  private final Thread painter = new Thread(this::paint, "time-code");

  private TimeCodedEncoder(Process process) {
    this.process = process;
    painter.setDaemon(true);
    painter.start();
  }

  /** Where ffmpeg is, if there is one. */
  public static Optional<Path> find() {
    Stream<Path> given =
        Stream.ofNullable(System.getProperty("ffmpeg.binary"))
            .filter(text -> !text.isBlank())
            .map(Path::of);
    Stream<Path> installed =
        Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
            .map(folder -> Path.of(folder, "ffmpeg"));
    return Stream.concat(given, installed).filter(Files::isExecutable).findFirst();
  }

  /** Whether it knows WHIP, as it does since version 8. */
  public static boolean knowsWhip() {
    return find().filter(ffmpeg -> lists(ffmpeg, "-muxers", "whip")).isPresent();
  }

  private static boolean lists(Path ffmpeg, String what, String name) {
    try {
      Process asked =
          new ProcessBuilder(ffmpeg.toString(), "-hide_banner", what)
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      String all = new String(asked.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return all.lines().anyMatch(line -> line.contains(" " + name + " "));
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /** Begins to push by RTMP to that address. */
  public static TimeCodedEncoder rtmp(String address) {
    return pushing(List.of("-c:a", "aac", "-flush_packets", "1", "-f", "flv", address));
  }

  /** Begins to push by WHIP to that address, with a bearer token. */
  public static TimeCodedEncoder whip(String address, String token) {
    return pushing(
        List.of(
            "-c:a",
            "libopus",
            "-ar",
            "48000",
            "-ac",
            "2",
            "-f",
            "whip",
            "-authorization",
            token,
            address));
  }

  private static TimeCodedEncoder pushing(List<String> way) {
    Path ffmpeg = find().orElseThrow();
    List<String> command = new ArrayList<>(List.of(ffmpeg.toString()));
    command.addAll(words("-loglevel warning -fflags nobuffer -probesize 32"));
    command.addAll(words("-f rawvideo -pix_fmt gray -s " + WIDTH + "x" + HEIGHT + " -r 25 -i -"));
    command.addAll(words("-f lavfi -i sine=frequency=440:sample_rate=48000"));
    command.addAll(
        lists(ffmpeg, "-encoders", "libx264")
            ? words("-c:v libx264 -preset ultrafast -profile:v baseline -tune zerolatency")
            : words("-c:v libopenh264 -profile:v constrained_baseline"));
    command.addAll(words("-pix_fmt yuv420p -bf 0 -g 25"));
    command.addAll(way);
    return new TimeCodedEncoder(start(command));
  }

  private static Process start(List<String> command) {
    try {
      Path target = Path.of(System.getProperty("plenum.test.target", "target"));
      File log = Files.createDirectories(target).resolve("ffmpeg.log").toFile();
      return new ProcessBuilder(command)
          .redirectOutput(ProcessBuilder.Redirect.appendTo(log))
          .redirectError(ProcessBuilder.Redirect.appendTo(log))
          .start();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private static List<String> words(String line) {
    return List.of(line.split(" "));
  }

  private void paint() {
    byte[] frame = new byte[WIDTH * HEIGHT];
    try (OutputStream out = process.getOutputStream()) {
      long next = System.currentTimeMillis();
      while (process.isAlive()) {
        draw(frame, System.currentTimeMillis());
        out.write(frame);
        out.flush();
        next += FRAME_MILLIS;
        Thread.sleep(Math.max(0, next - System.currentTimeMillis()));
      }
    } catch (IOException ended) {
      // ffmpeg takes no more: it was stopped, or refused.
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private static void draw(byte[] frame, long millis) {
    for (int y = 0; y < HEIGHT; y++) {
      for (int x = 0; x < WIDTH; x++) {
        int bit = y * 2 / HEIGHT * COLUMNS + x * COLUMNS / WIDTH;
        boolean white = (millis >> (BITS - 1 - bit) & 1) == 1;
        frame[y * WIDTH + x] = (byte) (white ? 235 : 16);
      }
    }
  }

  /** From making to showing, in milliseconds, of the next frames of this video element; sorted. */
  public static double[] delays(Locator video, int count) {
    Object read = video.evaluate(READ, count);
    double[] delays =
        ((List<?>) read).stream().mapToDouble(one -> ((Number) one).doubleValue()).toArray();
    Arrays.sort(delays);
    return delays;
  }

  /** Waits until it ends by itself; answers its exit code. */
  public int awaitEnd() {
    try {
      if (!process.waitFor(60, TimeUnit.SECONDS)) {
        throw new AssertionError("ffmpeg goes on");
      }
      return process.exitValue();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    }
  }

  /** Stops pushing, as Ctrl-C does. */
  public void stop() {
    process.destroy();
    awaitEnd();
  }

  @Override
  public void close() {
    painter.interrupt();
    process.destroyForcibly();
  }
}
