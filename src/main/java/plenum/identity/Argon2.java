package plenum.identity;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator.BlockPool;
import org.bouncycastle.crypto.params.Argon2Parameters;

/**
 * Hashes passwords by Argon2id (RFC 9106), each with a salt of its own, in the form of PHC strings:
 * {@code $argon2id$v=19$m=...,t=...,p=...$salt$hash}. It is slow and takes much memory, on purpose:
 * some 50 ms and 19 MiB. Whoever calls it waits, so it is not called under a lock, and callers
 * bound how many do.
 */
public final class Argon2 {

  /** What OWASP's Password Storage Cheat Sheet asks for at least. */
  private static final Cost COST = new Cost(19_456, 2, 1);

  /** So many hashes at a time keep their memory: half of the processors. */
  public static final int AT_ONCE = Math.max(1, Runtime.getRuntime().availableProcessors() / 2);

  private static final HashingMemory MEMORY = new HashingMemory(COST.memory(), AT_ONCE);

  private static final int SALT = 16;
  private static final int LENGTH = 32;
  private static final Pattern FORM =
      Pattern.compile(
          "\\$argon2id\\$v=19\\$m=(\\d{1,7}),t=(\\d{1,3}),p=(\\d{1,2})"
              + "\\$([A-Za-z0-9+/]{11,64})\\$([A-Za-z0-9+/]{22,86})");
  private static final SecureRandom RANDOM = new SecureRandom();

  /** Memory in KiB, rounds, and lanes. */
  private record Cost(int memory, int rounds, int lanes) {}

  private Argon2() {}

  /** What to keep of a password, which is forgotten. */
  public static String hash(String password) {
    byte[] salt = new byte[SALT];
    RANDOM.nextBytes(salt);
    return written(COST, salt, bytes(password, COST, salt, LENGTH));
  }

  /** Whether something can be what {@link #hash} made, also with another cost. */
  public static boolean isHash(String text) {
    return FORM.matcher(text).matches();
  }

  /**
   * Whether it is the password's; false for a hash that was made otherwise. Takes the same time for
   * each password.
   */
  public static boolean matches(String password, String hash) {
    Matcher form = FORM.matcher(hash);
    if (!form.matches()) {
      return false;
    }
    byte[] kept = Base64.getDecoder().decode(form.group(5));
    byte[] salt = Base64.getDecoder().decode(form.group(4));
    return MessageDigest.isEqual(kept, bytes(password, cost(form), salt, kept.length));
  }

  /** Whether it was made with less than is asked for today. */
  public static boolean isDated(String hash) {
    Matcher form = FORM.matcher(hash);
    return !form.matches() || !cost(form).equals(COST);
  }

  private static Cost cost(Matcher form) {
    return new Cost(
        Integer.parseInt(form.group(1)),
        Integer.parseInt(form.group(2)),
        Integer.parseInt(form.group(3)));
  }

  private static String written(Cost cost, byte[] salt, byte[] hash) {
    Base64.Encoder base64 = Base64.getEncoder().withoutPadding();
    return "$argon2id$v=19$m=%d,t=%d,p=%d$%s$%s"
        .formatted(
            cost.memory(),
            cost.rounds(),
            cost.lanes(),
            base64.encodeToString(salt),
            base64.encodeToString(hash));
  }

  private static byte[] bytes(String password, Cost cost, byte[] salt, int length) {
    BlockPool memory = MEMORY.take();
    try {
      return bytes(password, cost, salt, length, memory);
    } finally {
      MEMORY.give(memory);
    }
  }

  private static byte[] bytes(
      String password, Cost cost, byte[] salt, int length, BlockPool memory) {
    Argon2BytesGenerator generator = new Argon2BytesGenerator();
    generator.init(
        new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
            .withVersion(Argon2Parameters.ARGON2_VERSION_13)
            .withMemoryAsKB(cost.memory())
            .withIterations(cost.rounds())
            .withParallelism(cost.lanes())
            .withSalt(salt)
            .withBlockPool(memory)
            .build());
    byte[] hash = new byte[length];
    generator.generateBytes(password.getBytes(StandardCharsets.UTF_8), hash);
    return hash;
  }
}
