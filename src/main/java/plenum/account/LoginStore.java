package plenum.account;

import java.util.List;

/**
 * Keeps logins from one run of the server to the next. Thread-safe; methods may return before it is
 * done, but keep the order. What a crash loses is the last moments only: somebody logs in again.
 */
public interface LoginStore {

  /** Every login that is kept. */
  List<Login> all();

  /** Keeps a login, instead of what was kept of it before. */
  void put(Login login);

  /** Keeps it no longer; does nothing for one that is not kept. */
  void remove(String id);
}
