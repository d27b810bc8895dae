package plenum.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Objects;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import plenum.settings.IdentitySettings;
import plenum.settings.StartRefused;
import plenum.store.DataDirectory;
import plenum.store.StoreFailure;
import plenum.store.StoredFile;

/**
 * Keys for signing, one per purpose, all derived from one secret: the setting {@code
 * plenum.secret}, or one made at the first start and kept in the data directory's file {@code
 * secret}. Whoever changes the secret makes every cookie and ticket void.
 *
 * <p>Proxied, so that it is made at the first use, after the settings were checked, whenever those
 * that have it injected are made.
 */
@ApplicationScoped
public class Secrets {

  private static final System.Logger LOG = System.getLogger(Secrets.class.getName());
  private static final String HMAC = "HmacSHA256";
  private static final String FILE = "secret";

  private final byte[] master;

  /** For the container's proxy only. */
  protected Secrets() {
    this.master = new byte[0];
  }

  /**
   * @throws StartRefused when the secret that is kept is short, or cannot be read
   */
  @Inject
  public Secrets(IdentitySettings settings, DataDirectory data) {
    this(settings.secret().orElseGet(() -> kept(data.file(FILE))));
  }

  public Secrets(String secret) {
    Objects.requireNonNull(secret, "there is a secret");
    this.master = secret.getBytes(StandardCharsets.UTF_8);
  }

  /**
   * The 32-byte key for one purpose, always the same for the same secret (HKDF-expand with one
   * block, RFC 5869).
   */
  public byte[] key(String purpose) {
    return hmac(master, ("plenum " + purpose + "\u0001").getBytes(StandardCharsets.UTF_8));
  }

  /** HMAC-SHA256 of the data, 32 bytes. */
  public static byte[] hmac(byte[] key, byte[] data) {
    try {
      Mac mac = Mac.getInstance(HMAC);
      mac.init(new SecretKeySpec(key, HMAC));
      return mac.doFinal(data);
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("Every Java has " + HMAC, impossible);
    }
  }

  /**
   * Why the secret that is kept in a data directory cannot be used, in one sentence. Reads, and
   * changes nothing.
   */
  public static Optional<String> problem(IdentitySettings settings, Path directory) {
    if (settings.secret().isPresent()) {
      return Optional.empty();
    }
    StoredFile file = new DataDirectory(directory).file(FILE);
    try {
      return text(file).flatMap(secret -> tooShort(secret, file));
    } catch (StoreFailure failed) {
      return Optional.of(failed.getMessage());
    }
  }

  private static Optional<String> text(StoredFile file) {
    return file.read().map(bytes -> new String(bytes, StandardCharsets.UTF_8).strip());
  }

  private static String kept(StoredFile file) {
    try {
      Optional<String> kept = text(file);
      if (kept.isEmpty()) {
        return made(file);
      }
      tooShort(kept.get(), file)
          .ifPresent(
              problem -> {
                throw new StartRefused(problem);
              });
      closeToOthers(file);
      return kept.get();
    } catch (StoreFailure failed) {
      throw new StartRefused(failed.getMessage());
    }
  }

  /** Not replaced: another secret makes everybody a stranger, which somebody should want. */
  private static Optional<String> tooShort(String secret, StoredFile file) {
    if (secret.length() >= IdentitySettings.SHORTEST_SECRET) {
      return Optional.empty();
    }
    return Optional.of(
        ("The secret in %s has %d characters, but must have at least %d. Put the former one back,"
                + " or remove the file: Plenum makes a new secret then, and every browser is a"
                + " stranger.")
            .formatted(file.path(), secret.length(), IdentitySettings.SHORTEST_SECRET));
  }

  private static void closeToOthers(StoredFile file) {
    try {
      if (file.closeToOthers()) {
        LOG.log(
            Level.WARNING,
            "Others could read the secret in {0}; now its owner alone can. Whoever has it can be"
                + " anybody: remove the file if it may be known, and Plenum makes a new one.",
            file.path());
      }
    } catch (StoreFailure failed) {
      LOG.log(Level.WARNING, "{0} Whoever has it can be anybody.", failed.getMessage());
    }
  }

  private static String made(StoredFile file) {
    String secret = RandomText.unguessable() + RandomText.unguessable();
    file.write(secret + "\n");
    return secret;
  }
}
