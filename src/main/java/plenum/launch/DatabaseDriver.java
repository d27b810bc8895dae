package plenum.launch;

import java.io.IOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/**
 * PostgreSQL's driver, for a look at the database without a server: it is packed among all
 * libraries in one jar inside of {@code plenum.jar}, from which Java loads no classes.
 */
final class DatabaseDriver {

  private static final String LIBRARIES = "libraries.jar";
  private static final String CLASSES = "org/postgresql/";

  private DatabaseDriver() {}

  /**
   * Copied into a temporary file, which is removed when this process ends.
   *
   * @param folder of the server in the jar, with a slash at its end
   */
  static URL copied(Path jar, String folder) {
    try {
      Path copy = Files.createTempFile("plenum-", ".jar");
      copy.toFile().deleteOnExit();
      copy(jar, folder + LIBRARIES, copy);
      return copy.toUri().toURL();
    } catch (IOException failed) {
      throw new LaunchRefused(
          "The driver of the database cannot be unpacked: %s.".formatted(Reason.of(failed)));
    }
  }

  private static void copy(Path jar, String libraries, Path copy) throws IOException {
    try (ZipFile packed = new ZipFile(jar.toFile());
        ZipInputStream in = new ZipInputStream(packed.getInputStream(packed.getEntry(libraries)));
        ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(copy))) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        if (entry.getName().startsWith(CLASSES)) {
          out.putNextEntry(new ZipEntry(entry.getName()));
          in.transferTo(out);
        }
      }
    }
  }
}
