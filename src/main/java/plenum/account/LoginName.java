package plenum.account;

import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * By what somebody logs in: 1 to 64 letters, digits and {@code . _ + @ ' -}; case does not count.
 *
 * @param value in lower case
 */
public record LoginName(String value) {

  private static final String LETTERS = "\\p{L}\\p{N}._+@'-";
  private static final int MOST = 64;
  private static final Pattern FORM = Pattern.compile("[" + LETTERS + "]{1," + MOST + "}");
  private static final Pattern OTHERS = Pattern.compile("[^" + LETTERS + "]");

  /**
   * @throws AccountRefused {@code login-name-invalid}
   */
  public LoginName {
    Objects.requireNonNull(value, "a login name has a value");
    value = folded(value);
    if (!FORM.matcher(value).matches()) {
      throw new AccountRefused(AccountRefused.Reason.LOGIN_NAME_INVALID, "login-name-invalid");
    }
  }

  /**
   * What somebody typed, if anybody could be called so. Who logs in to a Windows domain may put its
   * name and a backslash in front, which are no part of the own name.
   */
  public static Optional<LoginName> typed(String text) {
    String own = text.substring(text.lastIndexOf('\\') + 1);
    return text.length() <= 128 && FORM.matcher(folded(own)).matches()
        ? Optional.of(new LoginName(own))
        : Optional.empty();
  }

  /** As much of a text as a name may have, with hyphens for what none has. */
  public static Optional<LoginName> like(String text) {
    String plain = OTHERS.matcher(text).replaceAll("-");
    return typed(plain.substring(0, Math.min(plain.length(), MOST)));
  }

  private static String folded(String text) {
    return Normalizer.normalize(text.strip(), Form.NFKC).toLowerCase(Locale.ROOT);
  }

  @Override
  public String toString() {
    return value;
  }
}
