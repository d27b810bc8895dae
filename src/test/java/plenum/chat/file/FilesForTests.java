package plenum.chat.file;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import plenum.identity.Actor;
import plenum.settings.FileSettings;
import plenum.settings.FileType;
import plenum.store.Storage;

/** Files as people have them. */
public final class FilesForTests {

  /** What a site in these tests permits. */
  static final FileSettings LIMITS =
      new FileSettings(
          true,
          EnumSet.complementOf(EnumSet.of(FileType.ZIP)),
          10_000,
          20_000,
          3,
          50_000,
          5,
          30_000,
          2,
          Duration.ofMinutes(5),
          0);

  private FilesForTests() {}

  /** A site's files. */
  public static Uploads uploads(Path folder, InstantSource clock) {
    return new Uploads(() -> LIMITS, clock, folder, new Storage());
  }

  /** A whole upload of a text. */
  public static FileId text(Uploads uploads, Actor actor, String room, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    FileId id = uploads.begin(actor, room, "notes.txt", bytes.length);
    uploads.add(actor, room, id, 0, bytes);
    return id;
  }

  static byte[] picture(String format, int width, int height) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), format, bytes);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
    return bytes.toByteArray();
  }

  /** An archive with these entries, each with its name as content. */
  static byte[] archive(String... entries) {
    return archive(Set.of(), entries);
  }

  /**
   * @param contents entries whose content is what follows a colon
   */
  static byte[] archive(Set<String> contents, String... entries) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (String content : contents) {
        add(zip, content.substring(0, content.indexOf(':')), content.replaceFirst("[^:]*:", ""));
      }
      for (String entry : entries) {
        add(zip, entry, entry);
      }
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
    return bytes.toByteArray();
  }

  private static void add(ZipOutputStream zip, String name, String text) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    zip.write(text.getBytes(StandardCharsets.UTF_8));
  }
}
