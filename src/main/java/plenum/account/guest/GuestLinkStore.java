package plenum.account.guest;

import java.util.List;

/**
 * Keeps guest links from one run of the server to the next. Thread-safe; methods may return before
 * it is done, but keep the order. What a crash loses is the last moments only.
 */
public interface GuestLinkStore {

  /** Every link that is kept. */
  List<GuestLink> all();

  /** Keeps a link, instead of what was kept of it before. */
  void put(GuestLink link);

  /** Keeps it no longer; does nothing for one that is not kept. */
  void remove(String id);
}
