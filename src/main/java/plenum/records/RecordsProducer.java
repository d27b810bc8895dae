package plenum.records;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import plenum.audit.AuditTrail;
import plenum.right.Rights;

/** Wires the desk to the application. */
@ApplicationScoped
class RecordsProducer {

  @Produces
  @Singleton
  RecordsDesk desk(
      Rights rights, AuditTrail trail, RecordKeeping keeping, Instance<PersonalRecords> features) {
    return new RecordsDesk(
        rights::mayAdministerRecords, trail, keeping, () -> features.stream().toList());
  }
}
