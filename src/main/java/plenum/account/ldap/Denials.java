package plenum.account.ldap;

import com.unboundid.ldap.sdk.BindResult;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.ResultCode;
import com.unboundid.ldap.sdk.controls.PasswordExpiredControl;
import com.unboundid.ldap.sdk.experimental.DraftBeheraLDAPPasswordPolicy10ErrorType;
import com.unboundid.ldap.sdk.experimental.DraftBeheraLDAPPasswordPolicy10ResponseControl;
import java.lang.System.Logger.Level;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import plenum.account.AccountRefused;
import plenum.account.AccountRefused.Reason;

/**
 * Why a directory does not let somebody bind whose password may well be right, or lets that one do
 * nothing but change it.
 *
 * <p>Active Directory answers all of them by the same result, invalid credentials, and tells the
 * reason by a Windows error number in the text (MS-ADTS, 5.1.1; MS-ERREF, 2.2), such as {@code
 * AcceptSecurityContext error, data 775}. Others tell it by the control of password policies
 * (draft-behera-ldap-password-policy-10, 6.2), or by Netscape's of a password that is too old
 * (draft-vchu-ldap-pwd-policy-00).
 */
final class Denials {

  private static final System.Logger LOG = System.getLogger(Denials.class.getName());
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

  /** Empty where it is not told, or the name or the password is wrong, or nothing is. */
  static Optional<AccountRefused> why(BindResult answer) {
    return byNumber(answer).or(() -> byPolicy(answer)).map(Denials::refused);
  }

  private static Optional<String> byNumber(BindResult answer) {
    String text = Optional.ofNullable(answer.getDiagnosticMessage()).orElse("");
    Matcher number = NUMBER.matcher(text);
    boolean isRefusal = !answer.getResultCode().equals(ResultCode.SUCCESS);
    return isRefusal && number.find()
        ? Optional.ofNullable(SENTENCES.get(number.group(1)))
        : Optional.empty();
  }

  private static Optional<String> byPolicy(BindResult answer) {
    try {
      var policy = DraftBeheraLDAPPasswordPolicy10ResponseControl.get(answer);
      var error = policy == null ? null : policy.getErrorType();
      boolean isOld = PasswordExpiredControl.get(answer) != null;
      return error == null
          ? isOld ? Optional.of(old(answer)) : Optional.empty()
          : sentence(error, answer);
    } catch (LDAPException unreadable) {
      LOG.log(Level.DEBUG, "A control is not understood: {0}", unreadable.getMessage());
      return Optional.empty();
    }
  }

  private static Optional<String> sentence(
      DraftBeheraLDAPPasswordPolicy10ErrorType error, BindResult answer) {
    return switch (error) {
      case PASSWORD_EXPIRED -> Optional.of(old(answer));
      case CHANGE_AFTER_RESET -> Optional.of("password-expired.must-change");
      case ACCOUNT_LOCKED ->
          Optional.of(
              answer.getResultCode().equals(ResultCode.UNWILLING_TO_PERFORM)
                  ? "account-blocked.directory" // 389 Directory Server, of an inactive account.
                  : "account-blocked.locked");
      default -> Optional.empty(); // Of changes of a password.
    };
  }

  /** With a bind that succeeds, the same control asks for another password. */
  private static String old(BindResult answer) {
    return answer.getResultCode().equals(ResultCode.SUCCESS)
        ? "password-expired.must-change"
        : "password-expired";
  }

  private static AccountRefused refused(String sentence) {
    boolean isOld = sentence.startsWith("password-expired");
    return new AccountRefused(isOld ? Reason.PASSWORD_EXPIRED : Reason.ACCOUNT_BLOCKED, sentence);
  }
}
