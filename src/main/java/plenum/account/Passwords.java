package plenum.account;

import java.util.Locale;
import plenum.account.AccountRefused.Reason;

/** Which passwords may be chosen: long ones, of any kind (NIST SP 800-63B, section 5.1.1.2). */
final class Passwords {

  static final int SHORTEST = 12;
  static final int LONGEST = 256;
  private static final int DIFFERENT = 5;

  private Passwords() {}

  /**
   * @throws AccountRefused {@code password-weak}
   */
  static void require(String password, LoginName login) {
    int length = password.codePointCount(0, password.length());
    if (length < SHORTEST || length > LONGEST) {
      throw new AccountRefused(Reason.PASSWORD_WEAK, "password-weak.length", SHORTEST, LONGEST);
    }
    String folded = password.toLowerCase(Locale.ROOT);
    boolean simple = password.codePoints().distinct().count() < DIFFERENT;
    if (simple || login.value().length() > 2 && folded.contains(login.value())) {
      throw new AccountRefused(Reason.PASSWORD_WEAK, "password-weak.guess");
    }
  }
}
