package plenum.call;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import plenum.call.CallRecord.Direction;
import plenum.call.CallRecord.Outcome;
import plenum.identity.DisplayName;
import plenum.identity.PersonId;
import plenum.settings.CallSettings;

class InMemoryCallRecordsTest {

  private static final Party GRACE = new Party(PersonId.fresh(), DisplayName.of("Grace"));

  private final PersonId ada = PersonId.fresh();
  private final PersonId linus = PersonId.fresh();
  private Instant now = Instant.EPOCH;
  private CallSettings settings = limits(3, 5);
  private final InMemoryCallRecords records =
      new InMemoryCallRecords(() -> settings, () -> now, CallStore.none());

  private static CallSettings limits(int records, int all) {
    return new CallSettings(Duration.ZERO, 1, records, all, Duration.ofDays(30), Duration.ZERO);
  }

  private CallRecord missed() {
    return new CallRecord(
        CallId.fresh(), GRACE, Direction.RECEIVED, Outcome.MISSED, now, Duration.ZERO);
  }

  private CallRecord add(PersonId person) {
    CallRecord record = missed();
    records.put(person, record);
    return record;
  }

  @Test
  void listsTheNewestFirst() {
    CallRecord first = add(ada);
    add(linus);
    CallRecord second = add(ada);

    assertEquals(List.of(second, first), records.of(ada));
    assertEquals(List.of(), records.of(PersonId.fresh()));
  }

  @Test
  void keepsTheNewestOfAPerson() {
    add(ada);
    CallRecord second = add(ada);
    CallRecord third = add(ada);
    CallRecord fourth = add(ada);

    assertEquals(List.of(fourth, third, second), records.of(ada));
    assertEquals(3, records.missed(ada));
    assertEquals(3, records.size());
  }

  @Test
  void keepsTheNewestOfEverybody() {
    for (int i = 0; i < 20; i++) {
      add(PersonId.fresh());
    }
    CallRecord last = add(ada);

    assertEquals(5, records.size());
    assertEquals(List.of(last), records.of(ada));
  }

  @Test
  void keepsFewerWhenThatChanges() {
    add(ada);
    add(ada);
    add(linus);
    settings = limits(1, 5);
    CallRecord last = add(ada);
    assertEquals(List.of(last), records.of(ada));

    add(PersonId.fresh());
    settings = limits(1, 1);
    CallRecord only = add(linus);
    assertEquals(1, records.size());
    assertEquals(List.of(only), records.of(linus));
    assertEquals(List.of(), records.of(ada));
  }

  @Test
  void forgetsWhatIsTooOld() {
    add(ada);
    now = now.plus(Duration.ofDays(29));
    CallRecord second = add(ada);
    now = now.plus(Duration.ofDays(2));

    assertEquals(List.of(second), records.of(ada));
    assertEquals(1, records.missed(ada));

    now = now.plus(Duration.ofDays(30));
    assertEquals(0, records.missed(ada));
    assertEquals(0, records.size());
  }

  @Test
  void remembersWhatWasSeenWhileOlderOnesGo() {
    add(ada);
    add(ada);
    records.markSeen(ada);
    records.markSeen(linus);
    for (int i = 0; i < 3; i++) {
      assertEquals(i, records.missed(ada));
      add(ada);
    }
    assertEquals(3, records.missed(ada));
  }

  @Test
  void survivesAClockThatGoesBack() {
    add(ada);
    now = now.minus(Duration.ofDays(100));
    CallRecord second = add(ada);

    assertEquals(second, records.of(ada).get(0));
  }
}
