package plenum.database.call;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.Test;
import plenum.call.CallId;
import plenum.call.CallRecord;
import plenum.call.CallRecord.Direction;
import plenum.call.CallRecord.Outcome;
import plenum.call.CallStore.KeptCall;
import plenum.call.Party;
import plenum.database.WithDatabase;
import plenum.identity.DisplayName;
import plenum.identity.PersonId;

class JpaCallStoreTest extends WithDatabase {

  private static final Party GRACE =
      new Party(PersonId.fresh(), DisplayName.of("Grace \uD83D\uDE80 '\""));

  private final Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);

  private JpaCallStore store() {
    return new JpaCallStore(database, queue);
  }

  private KeptCall call(PersonId owner, Outcome outcome, int secondsAgo) {
    Instant at = now.minusSeconds(secondsAgo);
    CallRecord record =
        new CallRecord(
            CallId.fresh(), GRACE, Direction.RECEIVED, outcome, at, Duration.ofMillis(61_001));
    return new KeptCall(owner, record, at, false);
  }

  @Test
  void keepsTheNewestInTheirOrder() {
    PersonId ada = PersonId.fresh();
    List<KeptCall> calls =
        List.of(
            call(ada, Outcome.MISSED, 400),
            call(ada, Outcome.ANSWERED, 300),
            call(PersonId.fresh(), Outcome.BUSY, 200),
            call(ada, Outcome.REJECTED, 100));
    calls.forEach(store()::put);
    restart();

    assertEquals(calls, store().newest(10, now.minusSeconds(1000)));
    assertEquals(calls.subList(2, 4), store().newest(2, now.minusSeconds(1000)));
    assertEquals(calls.subList(1, 4), store().newest(10, now.minusSeconds(300)));
  }

  @Test
  void keepsWhoHasLooked() {
    PersonId ada = PersonId.fresh();
    PersonId linus = PersonId.fresh();
    store().put(call(ada, Outcome.MISSED, 3));
    store().put(call(linus, Outcome.MISSED, 2));
    store().markSeen(ada);
    store().put(call(ada, Outcome.MISSED, 1));
    restart();

    assertEquals(
        List.of(true, false, false),
        store().newest(10, now.minusSeconds(10)).stream().map(KeptCall::seen).toList());
  }
}
