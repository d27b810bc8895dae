package plenum.testing;

import java.nio.file.Path;
import java.util.Map;

/**
 * Where tests, and what they start, write what nobody keeps: a folder of the build, as the system's
 * own would fill with what those leave who are killed.
 */
public final class TemporaryFiles {

  /** Browsers make sockets a bit deeper, and the system takes no path above 107 characters. */
  private static final int LONGEST = 60;

  private TemporaryFiles() {}

  /** The option of Java that says so to a JVM. */
  public static String option() {
    return "-Djava.io.tmpdir=" + folder();
  }

  /** The variables that say so to another program; none where the folder is too deep. */
  public static Map<String, String> environment() {
    String folder = folder().toString();
    return folder.length() > LONGEST ? Map.of() : Map.of("TMPDIR", folder);
  }

  private static Path folder() {
    return Path.of(System.getProperty("java.io.tmpdir")).toAbsolutePath();
  }
}
