package plenum.account.ldap;

import com.unboundid.ldap.sdk.LDAPException;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import plenum.account.AccountRefused;
import plenum.account.AccountRefused.Reason;

/**
 * Why Active Directory does not let somebody bind whose password may well be right. It answers all
 * of them by the same result, invalid credentials, and tells the reason by a Windows error number
 * in the text (MS-ADTS, 5.1.1; MS-ERREF, 2.2), such as {@code AcceptSecurityContext error, data
 * 775}.
 */
final class Denials {

  private static final Pattern NUMBER = Pattern.compile("\\bdata ([0-9a-fA-F]{3})\\b");

  /** Sentences by numbers; all but that of 775 are told only to who has the right password. */
  private static final Map<String, String> SENTENCES =
      Map.of(
          "530", "account-blocked.hours",
          "531", "account-blocked.computer",
          "532", "password-expired",
          "533", "account-blocked.directory",
          "701", "account-blocked.expired",
          "773", "password-expired.must-change",
          "775", "account-blocked.locked");

  private Denials() {}

  /** Empty where it is not told, or the name or the password is wrong. */
  static Optional<AccountRefused> why(LDAPException refused) {
    String text = Optional.ofNullable(refused.getDiagnosticMessage()).orElse("");
    Matcher number = NUMBER.matcher(text);
    return number.find()
        ? Optional.ofNullable(SENTENCES.get(number.group(1))).map(Denials::refused)
        : Optional.empty();
  }

  private static AccountRefused refused(String sentence) {
    boolean isOld = sentence.startsWith("password-expired");
    return new AccountRefused(isOld ? Reason.PASSWORD_EXPIRED : Reason.ACCOUNT_BLOCKED, sentence);
  }
}
