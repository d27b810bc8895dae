package plenum.audit;

/**
 * Keeps what was done, in the order in which it was told. Thread-safe; waits for nothing, so that
 * it may be called in any change.
 */
@FunctionalInterface
public interface AuditTrail {

  /** Keeps one more entry, soon. */
  void add(AuditEntry entry);
}
