package plenum.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Whether the user of this process may read and write what an earlier run left in a data directory;
 * a single start as another user, such as root, leaves files that nobody else may.
 */
public final class DataRights {

  /** What Plenum keeps there; what others put beside it is theirs. */
  private static final List<String> NAMES =
      List.of(
          "format",
          "secret",
          "tls-authority.pem",
          "tls-server.pem",
          "plenum.mv.db",
          "rooms.json",
          "names.json",
          "files",
          "backups");

  private DataRights() {}

  /** What is in the way, in one sentence. Reads, and changes nothing. */
  public static Optional<String> problem(Path directory) {
    return NAMES.stream()
        .map(directory::resolve)
        .filter(Files::exists)
        .filter(file -> !Files.isReadable(file) || !Files.isWritable(file))
        .findFirst()
        .map(DataRights::sentence);
  }

  /** What is one's own, or anybody's to root, and cannot be written all the same is on a disk. */
  private static String sentence(Path file) {
    String user = System.getProperty("user.name");
    String owner = owner(file);
    String begin =
        "This user (%s) may not read and write %s in the data directory, which is %s's."
            .formatted(user, file, owner);
    return user.equals(owner) || user.equals("root")
        ? begin + " See whether its disk is mounted to be read only, and what its rights are."
        : begin + " Give it to the user of Plenum, with all that is beside it.";
  }

  private static String owner(Path file) {
    try {
      return Files.getOwner(file).getName();
    } catch (IOException | UnsupportedOperationException unknown) {
      return "another";
    }
  }
}
