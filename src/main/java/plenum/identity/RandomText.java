package plenum.identity;

import java.security.SecureRandom;
import java.util.Base64;

/** Random url-safe text. */
public final class RandomText {

  private static final String LETTERS =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

  /** So many numbers there are of as many bits as the letters need, of which two are no letter. */
  private static final int MASK = 63;

  private static final int SPARE = 4;
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
    StringBuilder text = new StringBuilder(length);
    byte[] random = new byte[length + SPARE];
    while (text.length() < length) {
      RANDOM.nextBytes(random); // At once: each time it is asked costs as much.
      for (int i = 0; i < random.length && text.length() < length; i++) {
        int letter = random[i] & MASK;
        if (letter < LETTERS.length()) {
          text.append(LETTERS.charAt(letter));
        }
      }
    }
    return text.toString();
  }
}
