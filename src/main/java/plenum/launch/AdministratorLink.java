package plenum.launch;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.FileOwnerAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Set;

/**
 * {@code --make-administrator NAME}: a link by which somebody becomes administrator. Whoever may
 * write into the data directory may make one; the server looks for the file when the link is
 * opened, so it may run meanwhile. What is in the file is in {@code
 * plenum.account.AdministratorLink}.
 */
final class AdministratorLink {

  private static final String FILE = "administrator-link";
  private static final Duration GOOD = Duration.ofHours(1);

  private static final Set<OpenOption> NEW =
      Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);

  private final LaunchSettings settings;
  private final Clock clock;

  AdministratorLink(LaunchSettings settings, Clock clock) {
    this.settings = settings;
    this.clock = clock;
  }

  /**
   * Makes a link, and says where to open it.
   *
   * @throws LaunchRefused when the site has no accounts, there was no start yet, nobody can be
   *     called so, or the file cannot be written
   */
  String make(String name) {
    requireAccounts();
    requireDirectory();
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

  /** One that the superuser made would not be the server's, and one at another place of no use. */
  private void requireDirectory() {
    if (!Files.isDirectory(settings.dataDir())) {
      throw new LaunchRefused(
          "There is no data directory %s (plenum.data.dir, --data) yet. Start Plenum first, which"
                  .formatted(settings.dataDir())
              + " makes it and prints such a link.");
    }
  }

  private void write(String text) {
    Path file = settings.dataDir().resolve(FILE);
    Path fresh = file.resolveSibling(FILE + ".new");
    try {
      Files.deleteIfExists(fresh);
      try (OutputStream made =
          Channels.newOutputStream(Files.newByteChannel(fresh, NEW, forItsOwnerAlone(fresh)))) {
        made.write(text.getBytes(StandardCharsets.UTF_8));
      }
      giveToTheServer(fresh);
      Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException failed) {
      throw new LaunchRefused(
          "The file %s cannot be written: %s.".formatted(file, Reason.of(failed)));
    }
  }

  /** Where files have such rights. */
  private static FileAttribute<?>[] forItsOwnerAlone(Path file) {
    return file.getFileSystem().supportedFileAttributeViews().contains("posix")
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
        }
        : new FileAttribute<?>[0];
  }

  /**
   * Who has the directory runs the server; the superuser's file would be none for that one, who may
   * have put a link there meanwhile: what that leads to is left alone.
   */
  private void giveToTheServer(Path file) throws IOException {
    UserPrincipal server = Files.getOwner(settings.dataDir());
    FileOwnerAttributeView made =
        Files.getFileAttributeView(file, FileOwnerAttributeView.class, LinkOption.NOFOLLOW_LINKS);
    if (made == null || made.getOwner().equals(server)) {
      return;
    }
    try {
      made.setOwner(server);
    } catch (FileSystemException refused) {
      // The directory is another's, as in a volume: this may be the server's own user.
      return;
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
