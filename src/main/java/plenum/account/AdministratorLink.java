package plenum.account;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import plenum.store.StoreFailure;
import plenum.store.StoredFile;

/**
 * The link by which somebody becomes administrator, once, within an hour. What is kept of it is the
 * file {@code administrator-link} in the data directory: the token's hash, until when it is good in
 * seconds of Unix time, and for which login name, in a line each. {@code java -jar plenum.jar
 * --make-administrator NAME} writes the same file, also while the server runs.
 */
final class AdministratorLink {

  /** What stands before the token in a link. */
  static final String PREFIX = "administrator.";

  private static final Duration GOOD = Duration.ofHours(1);

  private record Kept(OneTimeLink link, LoginName login) {}

  private final StoredFile file;
  private final Clock clock;

  AdministratorLink(StoredFile file, Clock clock) {
    this.file = file;
    this.clock = clock;
  }

  /** Makes another one, which voids the one before. */
  String make(LoginName login) {
    String token = Token.fresh();
    long until = clock.instant().plus(GOOD).getEpochSecond();
    file.write("%s\n%d\n%s\n".formatted(Token.hash(token), until, login));
    return PREFIX + token;
  }

  /** For whom the link is, if it is good. */
  Optional<LoginName> login(String link) {
    return kept()
        .filter(kept -> link.startsWith(PREFIX))
        .filter(kept -> kept.link().opensWith(link.substring(PREFIX.length()), clock.instant()))
        .map(Kept::login);
  }

  /** Nobody can use it again. */
  void usedUp() {
    file.write("");
  }

  private Optional<Kept> kept() {
    try {
      return file.read().flatMap(AdministratorLink::read);
    } catch (StoreFailure unreadable) {
      return Optional.empty();
    }
  }

  private static Optional<Kept> read(byte[] bytes) {
    List<String> lines = new String(bytes, StandardCharsets.UTF_8).lines().toList();
    if (lines.size() != 3 || !lines.get(1).matches("\\d{1,12}")) {
      return Optional.empty();
    }
    Instant until = Instant.ofEpochSecond(Long.parseLong(lines.get(1)));
    return LoginName.typed(lines.get(2))
        .map(login -> new Kept(new OneTimeLink(lines.get(0), until), login));
  }
}
