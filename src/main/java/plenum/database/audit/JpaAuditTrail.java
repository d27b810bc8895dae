package plenum.database.audit;

import java.lang.System.Logger.Level;
import plenum.audit.AuditEntry;
import plenum.audit.AuditTrail;
import plenum.database.WriteQueue;

/** Keeps the audit trail in the database. */
public final class JpaAuditTrail implements AuditTrail {

  private static final System.Logger LOG = System.getLogger(JpaAuditTrail.class.getName());

  private final WriteQueue queue;

  public JpaAuditTrail(WriteQueue queue) {
    this.queue = queue;
  }

  @Override
  public void add(AuditEntry entry) {
    LOG.log(
        Level.DEBUG,
        "{0} {1}: {2} {3}",
        entry.act(),
        entry.object(),
        entry.outcome(),
        entry.person().<Object>map(person -> person).orElse("-"));
    queue.add(manager -> manager.persist(new AuditRow(entry)));
  }
}
