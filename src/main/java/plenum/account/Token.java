package plenum.account;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import plenum.identity.RandomText;

/** Random text that proves something to whoever has kept its hash. */
public final class Token {

  private Token() {}

  /** 256 random bits. */
  public static String fresh() {
    return RandomText.unguessable() + RandomText.unguessable();
  }

  /** What is kept of it: nobody can make the token of it, and guesses are hopeless. */
  public static String hash(String token) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(token.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("Every Java has SHA-256", impossible);
    }
  }

  static boolean fits(String token, String hash) {
    return MessageDigest.isEqual(
        hash(token).getBytes(StandardCharsets.US_ASCII), hash.getBytes(StandardCharsets.US_ASCII));
  }
}
