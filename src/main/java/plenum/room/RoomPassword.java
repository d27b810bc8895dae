package plenum.room;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.Base64;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/**
 * What is kept of a room's password: Argon2id (RFC 9106) of it with a salt of its own, in the form
 * of PHC strings. Making and comparing one takes some 50 ms and {@value #MEMORY} KiB, so neither is
 * done under a lock.
 *
 * @param hash {@code $argon2id$v=19$m=...,t=...,p=...$salt$hash}
 */
public record RoomPassword(String hash) {

  /** Code points of a password at most. */
  public static final int LONGEST = 128;

  /** OWASP's second recommendation (Password Storage Cheat Sheet, 2025): 19 MiB, two passes. */
  private static final int MEMORY = 19_456;

  private static final int PASSES = 2;
  private static final int LANES = 1;
  private static final int SALT_BYTES = 16;
  private static final int HASH_BYTES = 32;
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final Pattern FORM =
      Pattern.compile(
          "\\$argon2id\\$v=19\\$m=(\\d{1,7}),t=(\\d{1,3}),p=(\\d{1,2})"
              + "\\$([A-Za-z0-9+/]{11,64})\\$([A-Za-z0-9+/]{22,86})");

  public RoomPassword {
    Objects.requireNonNull(hash, "a password leaves a hash");
    if (!FORM.matcher(hash).matches()) {
      throw new IllegalArgumentException("a password's hash is of Argon2id");
    }
  }

  /** What to keep of this password, which is forgotten. */
  public static RoomPassword of(String password) {
    byte[] salt = new byte[SALT_BYTES];
    RANDOM.nextBytes(salt);
    byte[] hash = hash(password, salt, MEMORY, PASSES, LANES, HASH_BYTES);
    Base64.Encoder text = Base64.getEncoder().withoutPadding();
    return new RoomPassword(
        "$argon2id$v=19$m=%d,t=%d,p=%d$%s$%s"
            .formatted(
                MEMORY, PASSES, LANES, text.encodeToString(salt), text.encodeToString(hash)));
  }

  /** Whether it is this password; takes the same time for each that it is not. */
  public boolean is(String password) {
    Matcher parts = FORM.matcher(hash);
    parts.matches();
    byte[] salt = Base64.getDecoder().decode(parts.group(4));
    byte[] kept = Base64.getDecoder().decode(parts.group(5));
    byte[] given =
        hash(password, salt, number(parts, 1), number(parts, 2), number(parts, 3), kept.length);
    return MessageDigest.isEqual(kept, given);
  }

  private static int number(Matcher parts, int group) {
    return Integer.parseInt(parts.group(group));
  }

  private static byte[] hash(
      String password, byte[] salt, int memory, int passes, int lanes, int bytes) {
    Argon2BytesGenerator argon = new Argon2BytesGenerator();
    argon.init(
        new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
            .withVersion(Argon2Parameters.ARGON2_VERSION_13)
            .withMemoryAsKB(memory)
            .withIterations(passes)
            .withParallelism(lanes)
            .withSalt(salt)
            .build());
    byte[] hash = new byte[bytes];
    String same = Normalizer.normalize(password, Normalizer.Form.NFC);
    argon.generateBytes(same.getBytes(StandardCharsets.UTF_8), hash);
    return hash;
  }

  /** Without what could be tried out. */
  @Override
  public String toString() {
    return "RoomPassword";
  }
}
