package plenum.launch;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;

/**
 * {@code --make-administrator NAME}: a link by which somebody becomes administrator. Whoever may
 * write into the data directory may make one; the server looks for the file when the link is
 * opened, so it may run meanwhile. What is in the file is in {@code
 * plenum.account.AdministratorLink}.
 */
final class AdministratorLink {

  private static final String FILE = "administrator-link";
  private static final Duration GOOD = Duration.ofHours(1);

  private final LaunchSettings settings;
  private final Clock clock;

  AdministratorLink(LaunchSettings settings, Clock clock) {
    this.settings = settings;
    this.clock = clock;
  }

  /**
   * Makes a link, and says where to open it.
   *
   * @throws LaunchRefused when the site has no accounts, nobody can be called so, or the file
   *     cannot be written
   */
  String make(String name) {
    requireAccounts();
    if (!name.matches("[\\p{L}\\p{N}._+@'-]{1,64}")) {
      throw new LaunchRefused(
          "A login name has 1 to 64 letters, digits and . _ + @ ' - but this is \"%s\"."
              .formatted(name));
    }
    String token = token();
    long until = clock.instant().plus(GOOD).getEpochSecond();
    write("%s\n%d\n%s\n".formatted(hash(token), until, name));
    return ("Who opens this link becomes administrator, as %s. It is good once, and for an hour, on"
            + " every address of this server:\n\n    http://localhost:%d%swelcome#administrator.%s")
        .formatted(name, settings.port(), path(), token);
  }

  private void requireAccounts() {
    if (settings.text("plenum.identity.mode").orElse("guest").strip().equals("guest")) {
      throw new LaunchRefused(
          "This site has no accounts: set plenum.identity.mode first, for example to local.");
    }
  }

  private String path() {
    String path = settings.text("plenum.http.context-path").orElse("/").strip();
    return path.endsWith("/") ? path : path + "/";
  }

  private void write(String text) {
    Path file = settings.dataDir().resolve(FILE);
    Path fresh = file.resolveSibling(FILE + ".new");
    try {
      Files.createDirectories(settings.dataDir());
      Files.deleteIfExists(fresh);
      made(fresh);
      Files.writeString(fresh, text);
      Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException failed) {
      throw new LaunchRefused(
          "The file %s cannot be written: %s.".formatted(file, Reason.of(failed)));
    }
  }

  /** For its owner alone, where files have such rights. */
  private void made(Path file) throws IOException {
    if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      Files.createFile(
          file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      giveToTheServer(file);
    }
  }

  /** Who has the directory runs the server; the superuser's file would be none for that one. */
  private void giveToTheServer(Path file) throws IOException {
    UserPrincipal server = Files.getOwner(settings.dataDir());
    if (!Files.getOwner(file).equals(server)) {
      Files.setOwner(file, server);
    }
  }

  private static String token() {
    byte[] bytes = new byte[32];
    new SecureRandom().nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private static String hash(String token) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("Every Java has SHA-256", impossible);
    }
  }
}
