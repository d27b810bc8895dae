package plenum.launch;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * A part of {@code plenum.jar} that needs files of its own to run: Payara Micro, which rarely
 * changes, and the application.
 *
 * @param jar where it is packed
 * @param folder in the jar, with a slash at its end
 * @param entries its files
 */
record Part(ZipFile jar, String folder, List<? extends ZipEntry> entries) {

  static Part of(ZipFile jar, String folder) {
    List<? extends ZipEntry> entries =
        jar.stream()
            .filter(entry -> entry.getName().startsWith(folder) && !entry.isDirectory())
            .toList();
    if (entries.isEmpty()) {
      throw new LaunchRefused("The file %s is no plenum.jar.".formatted(jar.getName()));
    }
    return new Part(jar, folder, entries);
  }

  /** Eight digits that are others if anything in it is. */
  String digest() {
    CRC32 all = new CRC32();
    for (ZipEntry entry : entries) {
      String line = "%s %d %d%n".formatted(entry.getName(), entry.getSize(), entry.getCrc());
      all.update(line.getBytes(StandardCharsets.UTF_8));
    }
    return "%08x".formatted(all.getValue());
  }

  /** Whether all of it is there: what clears temporary files may have taken some. */
  boolean isIn(Path target) throws IOException {
    for (ZipEntry entry : entries) {
      Path file = file(entry, target);
      if (!Files.isRegularFile(file) || Files.size(file) != entry.getSize()) {
        return false;
      }
    }
    return true;
  }

  void unpack(Path target) throws IOException {
    for (ZipEntry entry : entries) {
      Path file = file(entry, target);
      Files.createDirectories(file.getParent());
      try (InputStream in = jar.getInputStream(entry)) {
        Files.copy(in, file);
      }
    }
  }

  private Path file(ZipEntry entry, Path target) throws IOException {
    Path file = target.resolve(entry.getName().substring(folder.length())).normalize();
    if (!file.startsWith(target)) {
      throw new IOException("An entry leads out of the jar: " + entry.getName());
    }
    return file;
  }
}
