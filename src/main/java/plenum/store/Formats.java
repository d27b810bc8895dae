package plenum.store;

import java.nio.file.Path;
import java.util.List;

/**
 * Which formats of kept data this Plenum knows; each is counted here, and nowhere else.
 *
 * <p>A change of {@code secret}, of the certificates, of which files there are, or of a database,
 * is a {@link Migration} at the end of {@link #MIGRATIONS}; one of the members of a list file alone
 * is one more in {@link #LIST}.
 */
final class Formats {

  /** What makes of each format of the data directory the next one, from format 1 on. */
  static final List<Migration> MIGRATIONS =
      List.of(
          // 2: rooms are in the database, which takes them over from their file when it is open.
          data -> {});

  /** Of the data directory, by its file {@code format}. */
  static final int DIRECTORY = 1 + MIGRATIONS.size();

  /** Of a {@link ListFile}, by its member {@code version}. */
  static final int LIST = 1;

  private static final int DIGITS = 9;

  private Formats() {}

  /** Whether this number of a format, in digits, is above one that is known. */
  static boolean isAbove(String number, int known) {
    return number.length() > DIGITS || Integer.parseInt(number) > known;
  }

  /** What somebody has to know who starts an older Plenum on data of a newer one. */
  static String newer(Path file, String number, int known) {
    return ("The file %s is of format %s, but this Plenum knows none above %d: a newer one wrote"
            + " it. Start that one, or restore the backup from before the upgrade.")
        .formatted(file, number.length() > 20 ? "many digits" : number, known);
  }
}
