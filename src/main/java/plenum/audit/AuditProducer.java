package plenum.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.lang.System.Logger.Level;

/** Wires the audit trail to the application. */
@ApplicationScoped
class AuditProducer {

  private static final System.Logger LOG = System.getLogger(AuditTrail.class.getName());

  @Produces
  @Singleton
  AuditTrail auditTrail() {
    return entry -> LOG.log(Level.DEBUG, entry);
  }
}
