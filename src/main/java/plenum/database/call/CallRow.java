package plenum.database.call;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import plenum.call.CallId;
import plenum.call.CallRecord;
import plenum.call.CallStore.KeptCall;
import plenum.call.Party;
import plenum.database.OrderedId;
import plenum.identity.DisplayName;
import plenum.identity.PersonId;

/** A person's record of a call. */
@Entity
@Table(name = "call_record")
public class CallRow {

  @Id
  @Column(name = "id")
  private String id;

  @Column(name = "person_id")
  private String personId;

  @Column(name = "call_id")
  private String callId;

  @Column(name = "with_id")
  private String withId;

  @Column(name = "with_name")
  private String withName;

  @Column(name = "direction")
  private String direction;

  @Column(name = "outcome")
  private String outcome;

  @Column(name = "began")
  private Instant began;

  /** Milliseconds. */
  @Column(name = "talked")
  private long talked;

  @Column(name = "kept")
  private Instant kept;

  @Column(name = "seen")
  private boolean seen;

  protected CallRow() {}

  CallRow(KeptCall call) {
    CallRecord record = call.record();
    this.id = OrderedId.next();
    this.personId = call.owner().value();
    this.callId = record.id().value();
    this.withId = record.with().id().value();
    this.withName = record.with().name().value();
    this.direction = record.direction().name();
    this.outcome = record.outcome().name();
    this.began = record.at();
    this.talked = record.talked().toMillis();
    this.kept = call.since();
    this.seen = call.seen();
  }

  /**
   * @throws RuntimeException when it holds what this Plenum does not understand
   */
  KeptCall call() {
    CallRecord record =
        new CallRecord(
            new CallId(callId),
            new Party(new PersonId(withId), DisplayName.of(withName)),
            CallRecord.Direction.valueOf(direction),
            CallRecord.Outcome.valueOf(outcome),
            began,
            Duration.ofMillis(talked));
    return new KeptCall(new PersonId(personId), record, kept, seen);
  }
}
