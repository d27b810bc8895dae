package plenum.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Objects;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import plenum.settings.IdentitySettings;
import plenum.store.DataDirectory;
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

  private static final String HMAC = "HmacSHA256";

  private final byte[] master;

  /** For the container's proxy only. */
  protected Secrets() {
    this.master = new byte[0];
  }

  @Inject
  public Secrets(IdentitySettings settings, DataDirectory data) {
    this(settings.secret().orElseGet(() -> kept(data.file("secret"))));
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

  private static String kept(StoredFile file) {
    return file.read()
        .map(String::strip)
        .filter(secret -> !secret.isEmpty())
        .orElseGet(() -> made(file));
  }

  private static String made(StoredFile file) {
    String secret = RandomText.unguessable() + RandomText.unguessable();
    file.write(secret + "\n");
    return secret;
  }
}
