package plenum.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.LongStream;

/** What a Java machine has in its heap that is still needed. */
public final class LiveObjects {

  private static final Pattern TOTAL = Pattern.compile("(?m)^Total\\s+\\d+\\s+(\\d+)");

  /**
   * So many collections of all objects until one leaves no gap: the serial collector moves
   * everything together in every fourth alone. In the others it fills gaps of up to a twentieth of
   * the heap with arrays of int, which are counted as if somebody needed them.
   */
  private static final int COLLECTIONS = 4;

  private LiveObjects() {}

  /** Bytes. */
  public static long bytes(PlenumServer server) {
    return LongStream.generate(() -> counted(server)).limit(COLLECTIONS).min().orElseThrow();
  }

  /** After one collection. */
  private static long counted(PlenumServer server) {
    String jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
    String pid = Long.toString(server.pid());
    try {
      Process asked = new ProcessBuilder(jcmd, pid, "GC.class_histogram").start();
      String told = new String(asked.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      Matcher total = TOTAL.matcher(told);
      if (!total.find()) {
        throw new AssertionError(told);
      }
      return Long.parseLong(total.group(1));
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
