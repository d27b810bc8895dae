package plenum.database.audit;

import plenum.audit.AuditEntry;
import plenum.audit.AuditTrail;
import plenum.database.WriteQueue;

/** Keeps the audit trail in the database. */
public final class JpaAuditTrail implements AuditTrail {

  private final WriteQueue queue;

  public JpaAuditTrail(WriteQueue queue) {
    this.queue = queue;
  }

  @Override
  public void add(AuditEntry entry) {
    queue.add(manager -> manager.persist(new AuditRow(entry)));
  }
}
