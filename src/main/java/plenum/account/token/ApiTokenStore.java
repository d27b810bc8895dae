package plenum.account.token;

import java.util.List;

/** Keeps tokens from one run of the server to the next. Thread-safe. */
public interface ApiTokenStore {

  /** Every token that is kept. */
  List<ApiToken> all();

  /**
   * Keeps a new one before it returns.
   *
   * @throws plenum.account.AccountRefused {@code accounts-unavailable} when that is not possible
   */
  void add(ApiToken token);

  /** Keeps, a moment later, when it was last used; does nothing for one that is not kept. */
  void used(ApiToken token);

  /**
   * Keeps it no longer, before it returns; does nothing for one that is not kept.
   *
   * @throws plenum.account.AccountRefused {@code accounts-unavailable} when that is not possible
   */
  void remove(String id);
}
