package plenum.identity;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.random.RandomGenerator;

/** Random url-safe text. */
public final class RandomText {

  private static final String LETTERS =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
  private static final SecureRandom RANDOM = new SecureRandom();

  private RandomText() {}

  /** 128 random bits in 22 characters of {@code [A-Za-z0-9_-]}. */
  public static String unguessable() {
    byte[] bytes = new byte[16];
    RANDOM.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /** Letters and digits, for names that people may have to read out. */
  public static String letters(int length) {
    RandomGenerator random = RANDOM;
    StringBuilder text = new StringBuilder(length);
    random.ints(length, 0, LETTERS.length()).forEach(i -> text.append(LETTERS.charAt(i)));
    return text.toString();
  }
}
