package plenum.database.guest;

import java.util.List;
import plenum.account.guest.GuestLink;
import plenum.account.guest.GuestLinkStore;
import plenum.database.Database;
import plenum.database.WriteQueue;

/** Keeps guest links in the database, a moment after they change. */
public final class JpaGuestLinkStore implements GuestLinkStore {

  private static final String KEY = "guest link ";

  private final Database database;
  private final WriteQueue queue;

  public JpaGuestLinkStore(Database database, WriteQueue queue) {
    this.database = database;
    this.queue = queue;
  }

  @Override
  public List<GuestLink> all() {
    return database.read(GuestLinkRow::all).stream().map(GuestLinkRow::link).toList();
  }

  @Override
  public void put(GuestLink link) {
    queue.put(KEY + link.id(), manager -> manager.merge(new GuestLinkRow(link)));
  }

  @Override
  public void remove(String id) {
    queue.put(
        KEY + id,
        manager -> {
          GuestLinkRow row = manager.find(GuestLinkRow.class, id);
          if (row != null) {
            manager.remove(row);
          }
        });
  }
}
