package plenum.database.quality;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static plenum.quality.QualityMinutes.minute;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import plenum.database.WithDatabase;
import plenum.quality.Cause;
import plenum.quality.QualityMinute;
import plenum.quality.Trouble;
import plenum.records.Erased;
import plenum.room.RoomId;
import plenum.testing.Actors;

class JpaQualityStoreTest extends WithDatabase {

  private static final RoomId HALL = new RoomId("hall");
  private static final Instant LAST = at(100);

  private static Instant at(int minute) {
    return Instant.EPOCH.plusSeconds(60L * minute);
  }

  private JpaQualityStore keep(QualityMinute... minutes) {
    JpaQualityStore store = new JpaQualityStore(database, queue);
    List.of(minutes).forEach(store::add);
    flush();
    restart();
    return new JpaQualityStore(database, queue);
  }

  @Test
  void givesBackWhatItKeeps() {
    QualityMinute good = minute(at(1), "hall", "Ada", 50);
    QualityMinute bad = minute(at(2), "hall", "Ada", 20);
    assertEquals(List.of(good, bad), keep(good, bad).ofRoom(HALL, at(0), LAST, 0, 10));
  }

  @Test
  void findsARoomsMinutesInTheirOrder() {
    QualityMinute first = minute(at(1), "hall", "Bob", 50);
    QualityMinute second = minute(at(2), "hall", "Ada", 50);
    QualityMinute third = minute(at(2), "hall", "Bob", 50);
    QualityMinute elsewhere = minute(at(2), "attic", "Cem", 50);
    JpaQualityStore store = keep(third, elsewhere, first, second);

    assertEquals(List.of(first, second, third), store.ofRoom(HALL, at(1), at(3), 0, 10));
    assertEquals(List.of(second), store.ofRoom(HALL, at(1), at(3), 1, 1));
    assertEquals(List.of(first), store.ofRoom(HALL, at(1), at(2), 0, 10));
    assertEquals(List.of(second, third), store.ofRoom(HALL, at(2), at(3), 0, 10));
  }

  @Test
  void findsAPersonsMinutesTheNewestFirst() {
    QualityMinute first = minute(at(1), "hall", "Ada", 50);
    QualityMinute second = minute(at(2), "attic", "Ada", 50);
    JpaQualityStore store = keep(first, second, minute(at(2), "hall", "Bob", 50));

    assertEquals(List.of(second, first), store.ofPerson(Actors.id("Ada"), 0, 10));
    assertEquals(List.of(first), store.ofPerson(Actors.id("Ada"), 1, 10));
    assertEquals(List.of(second), store.ofPerson(Actors.id("Ada"), 0, 1));
  }

  @Test
  void erasesAPersonAlsoFromWhatIsOfOthers() {
    QualityMinute bobs = minute(at(1), "hall", "Bob", 20);
    QualityMinute becauseOfAda =
        new QualityMinute(
            bobs.at(),
            bobs.room(),
            bobs.roomName(),
            bobs.person(),
            bobs.personName(),
            bobs.browser(),
            bobs.way(),
            bobs.score(),
            bobs.worst(),
            Optional.of(new Trouble(Cause.UPLINK, Actors.id("Ada"))),
            bobs.averages(),
            false);
    JpaQualityStore store = keep(minute(at(1), "hall", "Ada", 20), becauseOfAda);
    store.add(minute(at(2), "hall", "Ada", 50)); // It waits to be written.
    store.erase(Actors.id("Ada"));
    flush();

    assertEquals(List.of(), store.ofPerson(Actors.id("Ada"), 0, 10));
    List<QualityMinute> left = store.ofRoom(HALL, at(0), LAST, 0, 10);
    assertEquals(1, left.size());
    assertEquals(Optional.of(new Trouble(Cause.UPLINK, Erased.PERSON)), left.get(0).trouble());
    assertEquals(0, count("quality_minute where cause_of = '" + Actors.id("Ada") + "'"));
  }
}
