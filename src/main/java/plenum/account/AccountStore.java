package plenum.account;

import java.util.List;
import plenum.identity.PersonId;

/**
 * Keeps accounts from one run of the server to the next. Thread-safe; methods wait for a disk or a
 * database, and what they return from is kept.
 */
public interface AccountStore {

  /** Every account that is kept. */
  List<Account> all();

  /**
   * Keeps an account, instead of what was kept of it before.
   *
   * @throws AccountRefused {@code accounts-unavailable}, when it cannot be kept now
   */
  void put(Account account);

  /**
   * Keeps it no longer; does nothing for one that is not kept.
   *
   * @throws AccountRefused {@code accounts-unavailable}, when that cannot be done now
   */
  void remove(PersonId person);
}
