package plenum.account;

import plenum.text.Refused;
import plenum.text.Sentence;

/** Something about an account or a login is not possible. */
public final class AccountRefused extends Refused {

  /** Why. */
  public enum Reason {
    /** Nobody who is logged in. */
    LOGIN_NEEDED(401),
    /** No such account, or another password. */
    LOGIN_FAILED(401),
    /** The account is blocked. */
    ACCOUNT_BLOCKED(403),
    /** Another password is to be chosen first, where passwords are kept. */
    PASSWORD_EXPIRED(403),
    /** Too many failures until now. */
    LOGIN_SLOWED(429),
    /** As many logins are checked as can be at a time, or what checks them cannot be reached. */
    LOGIN_BUSY(503),
    /** This site has no accounts, or not of this kind. */
    NO_ACCOUNTS(404),
    /** Only administrators may. */
    ADMINISTRATORS_ONLY(403),
    /** Nobody could log in by it. */
    LOGIN_NAME_INVALID(400),
    /** Another account has it. */
    LOGIN_NAME_TAKEN(409),
    /** Another account's person is called so. */
    ACCOUNT_NAME_TAKEN(409),
    /** The account says how its person is called. */
    NAME_FROM_ACCOUNT(409),
    /** Too short, too long, or too easily guessed. */
    PASSWORD_WEAK(400),
    /** Passwords of this account are kept elsewhere. */
    PASSWORD_ELSEWHERE(409),
    /** There is no such account. */
    NO_SUCH_ACCOUNT(404),
    /** None of that person's. */
    NO_SUCH_LOGIN(404),
    /** What says that a provider's login is over is none of that provider's for this site. */
    LOGOUT_INVALID(400),
    /** It would leave the site without an administrator. */
    LAST_ADMINISTRATOR(409),
    /** The link was used, is too old, or was never made. */
    LINK_INVALID(410),
    /** It cannot be kept now. */
    ACCOUNTS_UNAVAILABLE(503);

    private final int status;

    Reason(int status) {
      this.status = status;
    }
  }

  private static final long serialVersionUID = 1L;

  public AccountRefused(Reason reason, String key, Object... values) {
    super(reason, reason.status, Sentence.of(key, values));
  }

  /** It cannot be kept now. */
  public static AccountRefused unavailable() {
    return new AccountRefused(Reason.ACCOUNTS_UNAVAILABLE, "accounts-unavailable");
  }

  /** There is no such account. */
  public static AccountRefused unknown() {
    return new AccountRefused(Reason.NO_SUCH_ACCOUNT, "no-such-account");
  }
}
