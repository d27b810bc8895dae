package plenum.engine.session;

import java.security.SecureRandom;

/** Ids, secrets and numbers that nobody can guess. */
final class Unguessable {

  private static final String LETTERS =
      "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";
  private static final int ID_LENGTH = 12;
  private static final int TOKEN_LENGTH = 32;

  private static final SecureRandom RANDOM = new SecureRandom();

  private Unguessable() {}

  /** A session's public id: 71 bits. */
  static String id() {
    return random(ID_LENGTH);
  }

  /** A session's secret: 190 bits. */
  static String token() {
    return random(TOKEN_LENGTH);
  }

  /** An SSRC; never 0, which some receivers take for none. */
  static int ssrc() {
    return RANDOM.nextInt(1, Integer.MAX_VALUE);
  }

  private static String random(int length) {
    return RANDOM
        .ints(length, 0, LETTERS.length())
        .collect(StringBuilder::new, (s, i) -> s.append(LETTERS.charAt(i)), StringBuilder::append)
        .toString();
  }
}
