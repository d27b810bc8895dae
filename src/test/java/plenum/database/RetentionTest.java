package plenum.database;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.InetAddress;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import plenum.audit.AuditEntry;
import plenum.database.attendance.AttendanceBook;
import plenum.database.audit.JpaAuditTrail;
import plenum.database.quality.JpaProblemStore;
import plenum.database.quality.JpaQualityStore;
import plenum.identity.PersonId;
import plenum.quality.JoinStep;
import plenum.quality.QualityMinutes;
import plenum.room.RoomId;
import plenum.settings.RetentionSettings;

class RetentionTest extends WithDatabase {

  private final Instant now = Instant.now();

  private AuditEntry entry(int daysAgo) {
    return new AuditEntry(
        now.minus(daysAgo, ChronoUnit.DAYS),
        Optional.empty(),
        "",
        Optional.of(InetAddress.getLoopbackAddress()),
        "act",
        "",
        AuditEntry.Outcome.DONE,
        "");
  }

  @Test
  void deletesWhatIsTooOldAndNothingElse() {
    JpaAuditTrail trail = new JpaAuditTrail(queue);
    for (int i = 0; i < 1100; i++) { // More than go at a time.
      trail.add(entry(11));
    }
    trail.add(entry(9));
    AttendanceBook book = new AttendanceBook(database, queue);
    PersonId ada = PersonId.fresh();
    book.joined(new RoomId("a"), "Hall", ada, "Ada", now.minus(40, ChronoUnit.DAYS));
    book.left(new RoomId("a"), ada, now.minus(35, ChronoUnit.DAYS));
    book.joined(new RoomId("b"), "Attic", ada, "Ada", now.minus(40, ChronoUnit.DAYS));
    JpaQualityStore quality = new JpaQualityStore(database, queue);
    JpaProblemStore problems = new JpaProblemStore(database, queue);
    for (int days : List.of(14, 16, 17)) {
      Instant then = now.minus(days, ChronoUnit.DAYS);
      quality.add(QualityMinutes.minute(then, "a", "Ada", 50));
      problems.add(QualityMinutes.problem(then, "Ada", JoinStep.ICE, "timeout"));
    }
    flush();

    Retention retention =
        new Retention(database, () -> new RetentionSettings(20, 30, 10, 15, 5, 10, 0));
    assertEquals(
        Map.of("audit", 1100, "attendance", 1, "quality_minute", 2, "join_problem", 2),
        retention.run(now));
    assertEquals(Map.of(), retention.run(now));
    assertEquals(1, count("audit"));
    assertEquals(1, count("quality_minute"));
    assertEquals(1, count("join_problem"));
    assertEquals(1, count("attendance where ended is null"));
  }
}
