package plenum.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import plenum.audit.AuditEntry;
import plenum.audit.AuditEntry.Outcome;
import plenum.call.CallId;
import plenum.call.CallRecord;
import plenum.call.CallRecord.Direction;
import plenum.call.CallStore.KeptCall;
import plenum.call.Party;
import plenum.database.attendance.AttendanceBook;
import plenum.database.attendance.AttendanceRecords;
import plenum.database.audit.AuditRecords;
import plenum.database.audit.JpaAuditTrail;
import plenum.database.call.JpaCallStore;
import plenum.identity.Actor;
import plenum.identity.PersonId;
import plenum.records.Erased;
import plenum.records.Erasure;
import plenum.room.RoomId;
import plenum.testing.Actors;

/** One person's records, told and erased, in each database. */
class ErasureTest extends WithDatabase {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final Actor ada = Actors.named("Ada");
  private final Actor grace = Actors.named("Grace");
  private final Instant then = Instant.ofEpochMilli(1_000_000);

  private JpaCallStore calls;
  private AttendanceBook book;
  private AttendanceRecords attendance;
  private JpaAuditTrail trail;
  private AuditRecords audit;

  @Override
  protected void opened() {
    calls = new JpaCallStore(database, queue);
    book = new AttendanceBook(database, queue);
    attendance = new AttendanceRecords(database, book);
    trail = new JpaAuditTrail(queue);
    audit = new AuditRecords(database, queue);
  }

  private KeptCall call(Actor owner, Actor with) {
    Party other = new Party(with.person(), with.name());
    CallRecord record =
        new CallRecord(
            CallId.fresh(),
            other,
            Direction.MADE,
            CallRecord.Outcome.ANSWERED,
            then,
            Duration.ofSeconds(3));
    return new KeptCall(owner.person(), record, then, false);
  }

  private void keep() {
    for (Actor one : new Actor[] {ada, grace}) {
      RoomId hall = new RoomId("hall");
      book.joined(hall, "Hall", one.person(), one.name().value(), then);
      book.left(hall, one.person(), then.plusSeconds(1));
      trail.add(AuditEntry.done(one, "join-room", "hall"));
    }
    calls.put(call(ada, grace));
    calls.put(call(grace, ada));
    trail.add(AuditEntry.done(grace, "mute-member", "hall " + ada.person()));
    trail.add(AuditEntry.done(grace, "rename-account", "ada").with("Ada Lovelace"));
    trail.add(
        new AuditEntry(
            then,
            Optional.empty(),
            "ada",
            Optional.of(Actors.HERE),
            "login",
            "ada",
            Outcome.REFUSED,
            "login-failed"));
  }

  private void erase() {
    Erasure erasure = new Erasure(ada.person(), Set.of("ada"));
    calls.erase(ada.person());
    attendance.erase(erasure);
    audit.erase(erasure);
  }

  private void assertGone() {
    for (String column : new String[] {"person_id", "name", "object", "detail"}) {
      String of = "audit where %s like '%%%s%%'";
      assertEquals(0, count(of.formatted(column, ada.person().value().replace("_", "\\_"))));
    }
    // Not in person_id: another's, which is drawn, may happen to have these letters.
    for (String column : new String[] {"name", "object", "detail"}) {
      String of = "audit where lower(%s) like '%%ada%%'";
      assertEquals(0, count(of.formatted(column)), column);
    }
    assertEquals(0, count("attendance where person_id = '" + ada.person() + "'"));
    String either = "call_record where person_id = '%1$s' or with_id = '%1$s'";
    assertEquals(0, count(either.formatted(ada.person())));
    assertEquals(0, count("call_record where with_name = 'Ada'"));
  }

  @Test
  void erasesAPersonsRecordsAndTheNameInThoseOfOthers() {
    keep();
    erase();
    restart();

    assertGone();
    assertEquals(1, count("attendance where person_name = 'Grace'"));
    KeptCall left = calls.of(grace.person(), 10).get(0);
    assertEquals(Erased.PERSON, left.record().with().id());
    assertEquals(Erased.NAME, left.record().with().name());
    assertEquals(5, count("audit"), "what was done stays known");
    String nobody = Erased.PERSON.value();
    assertEquals(
        1, count("audit where person_id = '" + nobody + "' and address is null and object='hall'"));
    assertEquals(1, count("audit where object = 'hall " + nobody + "' and name = 'Grace'"));
    assertEquals(1, count("audit where outcome = 'REFUSED' and detail = 'login-failed'"));
    assertEquals(3, count("audit where person_id = '" + grace.person() + "'"));
  }

  /** A stranger's tries to log in as that person stay known by where they came from. */
  @Test
  void erasesFromWhereAndInWhichWordsThePersonActed() throws UnknownHostException {
    keep();
    InetAddress strange = InetAddress.getByName("192.0.2.9");
    trail.add(
        new AuditEntry(
            then,
            Optional.empty(),
            "ada",
            Optional.of(strange),
            "login",
            "ada",
            Outcome.REFUSED,
            "login-failed"));
    trail.add(AuditEntry.done(ada, "announce", "hall").with("It is me who says so"));
    erase();
    restart();

    assertEquals(1, count("audit where outcome = 'REFUSED' and address is null"));
    assertEquals(1, count("audit where outcome = 'REFUSED' and address = '192.0.2.9'"));
    assertEquals(1, count("audit where act = 'announce' and detail = ''"));
  }

  /** Records that wait when somebody is erased are written before. */
  @Test
  void letsNothingComeBackThatWaited() throws InterruptedException {
    CountDownLatch busy = new CountDownLatch(1);
    CountDownLatch free = new CountDownLatch(1);
    queue.add(
        manager -> {
          busy.countDown();
          try {
            free.await(60, TimeUnit.SECONDS);
          } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
          }
        });
    assertTrue(busy.await(60, TimeUnit.SECONDS));
    keep();
    book.joined(new RoomId("attic"), "Attic", ada.person(), "Ada", then);
    erase();
    book.left(new RoomId("attic"), ada.person(), then.plusSeconds(1));
    assertFalse(queue.settle(Duration.ofMillis(1)), "nothing is written yet");
    free.countDown();

    assertTrue(queue.settle(PATIENCE));
    assertGone();
  }

  @Test
  void tellsAPersonsOwnRecordsAlone() {
    keep();
    assertTrue(queue.settle(PATIENCE));

    assertEquals(1, calls.of(ada.person(), 10).size());
    assertEquals(
        "[{\"room\":\"hall\",\"roomName\":\"Hall\",\"name\":\"Ada\","
            + "\"from\":\"1970-01-01T00:16:40Z\",\"until\":\"1970-01-01T00:16:41Z\"}]",
        attendance.of(ada.person()).toString());
    String told = audit.of(ada.person()).toString();
    assertTrue(told.contains("\"act\":\"join-room\"") && told.contains("127.0.0.1"), told);
    assertFalse(told.contains("mute-member"), told);
    assertEquals("[]", audit.of(PersonId.fresh()).toString());
  }
}
