package plenum.account;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/**
 * Hashes passwords by Argon2id (RFC 9106), slowly and with much memory, on purpose. Whoever calls
 * it waits; {@link Hashing} bounds how many do.
 */
final class Argon2 {

  /** What OWASP's Password Storage Cheat Sheet asks for at least. */
  private static final Cost COST = new Cost(19_456, 2, 1);

  private static final int SALT = 16;
  private static final int LENGTH = 32;
  private static final Pattern FORM =
      Pattern.compile(
          "\\$argon2id\\$v=19\\$m=(\\d{1,7}),t=(\\d{1,3}),p=(\\d{1,2})\\$([A-Za-z0-9+/]+)\\$([A-Za-z0-9+/]+)");
  private static final SecureRandom RANDOM = new SecureRandom();

  /** Memory in KiB, rounds, and lanes. */
  private record Cost(int memory, int rounds, int lanes) {}

  private Argon2() {}

  static PasswordHash hash(String password) {
    byte[] salt = new byte[SALT];
    RANDOM.nextBytes(salt);
    return written(COST, salt, bytes(password, COST, salt, LENGTH));
  }

  /** Whether it is the password's; false for a hash that was made otherwise. */
  static boolean matches(String password, PasswordHash hash) {
    Matcher form = FORM.matcher(hash.value());
    if (!form.matches()) {
      return false;
    }
    byte[] kept = Base64.getDecoder().decode(form.group(5));
    byte[] salt = Base64.getDecoder().decode(form.group(4));
    return MessageDigest.isEqual(kept, bytes(password, cost(form), salt, kept.length));
  }

  /** Whether it was made with less than is asked for today. */
  static boolean isDated(PasswordHash hash) {
    Matcher form = FORM.matcher(hash.value());
    return !form.matches() || !cost(form).equals(COST);
  }

  private static Cost cost(Matcher form) {
    return new Cost(
        Integer.parseInt(form.group(1)),
        Integer.parseInt(form.group(2)),
        Integer.parseInt(form.group(3)));
  }

  private static PasswordHash written(Cost cost, byte[] salt, byte[] hash) {
    Base64.Encoder base64 = Base64.getEncoder().withoutPadding();
    return new PasswordHash(
        "$argon2id$v=19$m=%d,t=%d,p=%d$%s$%s"
            .formatted(
                cost.memory(),
                cost.rounds(),
                cost.lanes(),
                base64.encodeToString(salt),
                base64.encodeToString(hash)));
  }

  private static byte[] bytes(String password, Cost cost, byte[] salt, int length) {
    Argon2BytesGenerator generator = new Argon2BytesGenerator();
    generator.init(
        new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
            .withVersion(Argon2Parameters.ARGON2_VERSION_13)
            .withMemoryAsKB(cost.memory())
            .withIterations(cost.rounds())
            .withParallelism(cost.lanes())
            .withSalt(salt)
            .build());
    byte[] hash = new byte[length];
    // The same letters, however a keyboard composes them.
    String normal = Normalizer.normalize(password, Form.NFKC);
    generator.generateBytes(normal.getBytes(StandardCharsets.UTF_8), hash);
    return hash;
  }
}
