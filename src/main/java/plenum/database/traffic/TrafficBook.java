package plenum.database.traffic;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import plenum.database.Database;
import plenum.database.WriteQueue;

/** Keeps in the database how much there was. Thread-safe; nobody waits for what is added. */
@ApplicationScoped
public class TrafficBook {

  private Database database;
  private WriteQueue queue;

  /** For the container's proxy only. */
  protected TrafficBook() {}

  @Inject
  public TrafficBook(Database database, WriteQueue queue) {
    this.database = database;
    this.queue = queue;
  }

  /** Keeps it, soon. */
  public void add(KeptTraffic traffic) {
    TrafficRow row = new TrafficRow(traffic);
    queue.add(manager -> manager.merge(row));
  }

  /**
   * All since then, of the site and of each node, the earliest first.
   *
   * @throws plenum.records.RecordsRefused {@code records-unavailable}
   */
  public List<KeptTraffic> since(Instant from) {
    return database.ask(
        manager ->
            manager
                .createQuery(
                    "select t from TrafficRow t where t.at >= :from order by t.at, t.node",
                    TrafficRow.class)
                .setParameter("from", from)
                .getResultStream()
                .map(TrafficRow::traffic)
                .toList());
  }
}
