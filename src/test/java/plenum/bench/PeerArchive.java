package plenum.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Packs {@link PlainBroadcast} into a WAR of its own. */
final class PeerArchive {

  /** What its start page says. */
  static final String GREETING = "plain broadcast";

  private PeerArchive() {}

  static Path write(Path file) throws IOException {
    Files.createDirectories(file.getParent());
    String endpoint = PlainBroadcast.class.getName().replace('.', '/') + ".class";
    try (OutputStream out = Files.newOutputStream(file);
        ZipOutputStream zip = new ZipOutputStream(out);
        InputStream code = PeerArchive.class.getResourceAsStream("/" + endpoint)) {
      add(zip, "WEB-INF/classes/" + endpoint, code.readAllBytes());
      add(zip, "index.html", GREETING.getBytes(StandardCharsets.UTF_8));
    }
    return file;
  }

  private static void add(ZipOutputStream zip, String name, byte[] content) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    zip.write(content);
    zip.closeEntry();
  }
}
