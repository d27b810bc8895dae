package plenum.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** A home directory on Linux whose browsers trust an authority. */
public final class TrustedHome {

  private TrustedHome() {}

  /**
   * Imports it as people do, by {@code certutil}; empty where there is none.
   *
   * @param folder which becomes the home
   * @param authority the certificate in PEM
   */
  public static Optional<Path> in(Path folder, String authority) {
    try {
      Path file = Files.writeString(folder.resolve("plenum-ca.crt"), authority);
      Path store = Files.createDirectories(folder.resolve(".pki/nssdb"));
      String database = "sql:" + store;
      boolean imported =
          run("certutil", "-d", database, "-N", "--empty-password")
              && run(
                  "certutil",
                  "-d",
                  database,
                  "-A",
                  "-t",
                  "C,,",
                  "-n",
                  "Plenum",
                  "-i",
                  file.toString());
      return imported ? Optional.of(folder) : Optional.empty();
    } catch (IOException noSuchProgram) {
      return Optional.empty();
    }
  }

  private static boolean run(String... command) throws IOException {
    try {
      return new ProcessBuilder(command).inheritIO().start().waitFor() == 0;
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new UncheckedIOException(new IOException(interrupted));
    }
  }
}
