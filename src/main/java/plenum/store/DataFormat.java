package plenum.store;

import java.io.IOException;
import java.io.InputStream;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import plenum.settings.StartRefused;

/**
 * The format of a data directory, a number in its file {@code format}; a directory without that
 * file is of format 1. An older one is brought forward, step by step; a newer one is left alone.
 */
public final class DataFormat {

  private static final System.Logger LOG = System.getLogger(DataFormat.class.getName());
  private static final String FILE = "format";

  /** How a list begins that Plenum wrote; see {@link ListFile}. */
  private static final Pattern VERSION =
      Pattern.compile("^\\s*\\{\\s*\"version\"\\s*:\\s*([0-9]+)");

  private static final int BEGINNING = 200;

  private DataFormat() {}

  /**
   * Why this Plenum must not touch a directory: a newer one wrote something there, or which one did
   * cannot be known. Reads, and changes nothing.
   */
  public static Optional<String> problem(Path directory) {
    return problem(directory, Formats.DIRECTORY).or(() -> newerList(directory));
  }

  static Optional<String> problem(Path directory, int known) {
    Path file = directory.resolve(FILE);
    try {
      String number = number(file);
      if (!number.matches("[0-9]+") || !Formats.isAbove(number, 0)) {
        return Optional.of(
            "The file %s holds no number of a format. Restore it from the backup.".formatted(file));
      }
      return Formats.isAbove(number, known)
          ? Optional.of(Formats.newer(file, number, known))
          : Optional.empty();
    } catch (IOException unreadable) {
      return Optional.of("The file %s cannot be read: %s.".formatted(file, Reasons.of(unreadable)));
    }
  }

  private static String number(Path file) throws IOException {
    try {
      return Files.readString(file, StandardCharsets.ISO_8859_1).strip();
    } catch (NoSuchFileException ofOldOrNone) {
      return "1";
    }
  }

  private static Optional<String> newerList(Path directory) {
    try (DirectoryStream<Path> lists = Files.newDirectoryStream(directory, "*.json")) {
      for (Path list : lists) {
        Matcher version = VERSION.matcher(beginning(list));
        if (version.find() && Formats.isAbove(version.group(1), Formats.LIST)) {
          return Optional.of(Formats.newer(list, version.group(1), Formats.LIST));
        }
      }
    } catch (NoSuchFileException | NotDirectoryException none) {
      return Optional.empty();
    } catch (IOException unreadable) {
      return Optional.of(
          "The data directory %s cannot be read: %s.".formatted(directory, Reasons.of(unreadable)));
    }
    return Optional.empty();
  }

  /** What cannot be read is told by who needs it. */
  private static String beginning(Path list) {
    try (InputStream in = Files.newInputStream(list)) {
      return new String(in.readNBytes(BEGINNING), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      return "";
    }
  }

  /**
   * Brings a directory forward that has no {@link #problem}. Each step's number is written when it
   * is done.
   *
   * @throws StartRefused when a step fails
   */
  static void bringForward(DataDirectory data, List<Migration> migrations) {
    StoredFile file = data.file(FILE);
    Optional<Integer> found =
        file.read()
            .map(bytes -> new String(bytes, StandardCharsets.ISO_8859_1).strip())
            .map(Integer::valueOf);
    for (int format = found.orElse(1); format <= migrations.size(); format++) {
      step(data, migrations.get(format - 1), format + 1);
    }
  }

  private static void step(DataDirectory data, Migration migration, int format) {
    try {
      migration.run(data);
      data.file(FILE).write(format + "\n");
    } catch (StoreFailure failed) {
      throw new StartRefused(
          "The data cannot be brought to format %d. %s The next start tries it again."
              .formatted(format, failed.getMessage()));
    }
    LOG.log(Level.INFO, "The data directory is of format {0} now", format);
  }
}
