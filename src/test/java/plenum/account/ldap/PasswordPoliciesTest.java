package plenum.account.ldap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.unboundid.ldap.sdk.BindResult;
import com.unboundid.ldap.sdk.Control;
import com.unboundid.ldap.sdk.ResultCode;
import com.unboundid.ldap.sdk.controls.PasswordExpiredControl;
import com.unboundid.ldap.sdk.experimental.DraftBeheraLDAPPasswordPolicy10ErrorType;
import com.unboundid.ldap.sdk.experimental.DraftBeheraLDAPPasswordPolicy10ResponseControl;
import com.unboundid.ldap.sdk.experimental.DraftBeheraLDAPPasswordPolicy10WarningType;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import plenum.account.AccountRefused;

/** What is made of the answers of directories with password policies, such as 389 and OpenLDAP. */
class PasswordPoliciesTest {

  private static Optional<AccountRefused> why(ResultCode code, Control... controls) {
    return Denials.why(new BindResult(1, code, null, null, null, controls));
  }

  private static String told(
      ResultCode code, DraftBeheraLDAPPasswordPolicy10ErrorType error, Control... more) {
    Control[] controls = new Control[more.length + 1];
    System.arraycopy(more, 0, controls, 1, more.length);
    controls[0] = new DraftBeheraLDAPPasswordPolicy10ResponseControl(null, -1, error);
    AccountRefused refused = why(code, controls).orElseThrow();
    return refused.code() + ": " + refused.getMessage();
  }

  @Test
  void tellsWhyARightPasswordIsNotEnough() {
    assertTrue(
        told(
                ResultCode.INVALID_CREDENTIALS,
                DraftBeheraLDAPPasswordPolicy10ErrorType.PASSWORD_EXPIRED,
                new PasswordExpiredControl())
            .startsWith("password-expired: Your password is too old."));
    assertTrue(
        told(ResultCode.SUCCESS, DraftBeheraLDAPPasswordPolicy10ErrorType.CHANGE_AFTER_RESET)
            .startsWith("password-expired: You are to choose another password first."));
    assertTrue(
        told(
                ResultCode.CONSTRAINT_VIOLATION,
                DraftBeheraLDAPPasswordPolicy10ErrorType.ACCOUNT_LOCKED)
            .startsWith("account-blocked: The company directory has locked this account for"));
    assertTrue(
        told(
                ResultCode.UNWILLING_TO_PERFORM,
                DraftBeheraLDAPPasswordPolicy10ErrorType.ACCOUNT_LOCKED)
            .startsWith("account-blocked: This account is blocked in the company directory."));
  }

  /** Netscape's control alone, as servers give it that know no other. */
  @Test
  void knowsAPasswordThatIsTooOldByEitherControl() {
    assertEquals(
        "password-expired",
        why(ResultCode.INVALID_CREDENTIALS, new PasswordExpiredControl()).orElseThrow().code());
    String another =
        why(ResultCode.SUCCESS, new PasswordExpiredControl()).orElseThrow().getMessage();
    assertTrue(another.startsWith("You are to choose another password first."), another);
  }

  @Test
  void letsInWhoIsOnlyWarned() {
    Control soon =
        new DraftBeheraLDAPPasswordPolicy10ResponseControl(
            DraftBeheraLDAPPasswordPolicy10WarningType.TIME_BEFORE_EXPIRATION, 3600, null);
    assertEquals(Optional.empty(), why(ResultCode.SUCCESS, soon));
    assertEquals(Optional.empty(), why(ResultCode.SUCCESS));
    assertEquals(Optional.empty(), why(ResultCode.INVALID_CREDENTIALS));
  }
}
