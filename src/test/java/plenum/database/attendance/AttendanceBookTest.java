package plenum.database.attendance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import plenum.database.WithDatabase;
import plenum.identity.PersonId;
import plenum.room.RoomId;

class AttendanceBookTest extends WithDatabase {

  private static final RoomId HALL = new RoomId("hall");
  private static final RoomId ATTIC = new RoomId("attic");
  private static final Instant THEN = Instant.ofEpochMilli(1_000_000);

  private final PersonId ada = PersonId.fresh();
  private final PersonId grace = PersonId.fresh();

  private AttendanceBook book() {
    return new AttendanceBook(database, queue);
  }

  @Test
  void tellsWhoWasWhereFromWhenToWhen() {
    AttendanceBook book = book();
    book.joined(HALL, "Hall", ada, "Ada", THEN);
    book.joined(HALL, "Hall", ada, "Ada", THEN.plusSeconds(1)); // It is told again.
    book.joined(HALL, "Hall", grace, "Grace", THEN.plusSeconds(2));
    book.left(HALL, ada, THEN.plusSeconds(3));
    book.left(HALL, ada, THEN.plusSeconds(4));
    book.left(ATTIC, ada, THEN.plusSeconds(4));

    assertEquals(2, count("attendance"));
    assertEquals(
        1,
        count(
            "attendance where person_name = 'Ada' and room_name = 'Hall' and room_id = 'hall' and"
                + " joined = 1000000 and ended = 1003000"));
    assertEquals(1, count("attendance where person_name = 'Grace' and ended is null"));
    book.joined(HALL, "Hall", ada, "Ada", THEN.plusSeconds(5));
    assertEquals(2, count("attendance where person_id = '" + ada + "'"));
  }

  @Test
  void endsWithTheRoomAndWithTheServer() {
    AttendanceBook book = book();
    book.joined(HALL, "Hall", ada, "Ada", THEN);
    book.joined(ATTIC, "Attic", grace, "Grace", THEN);
    book.allLeft(List.of(HALL), THEN.plusSeconds(1));
    assertEquals(1, count("attendance where ended = 1001000"));

    book.close(THEN.plusSeconds(2));
    assertEquals(1, count("attendance where person_name = 'Grace' and ended = 1002000"));
  }

  @Test
  void endsForWhoWasInsideWhenTheServerWasKilled() {
    AttendanceBook book = book();
    book.joined(HALL, "Hall", ada, "Ada", THEN);
    flush();
    restart(); // Without closing the book.
    AttendanceBook next = book();
    next.joined(HALL, "Hall", grace, "Grace", THEN);

    assertEquals(1, count("attendance where person_name = 'Ada' and ended > joined"));
    assertEquals(1, count("attendance where person_name = 'Grace' and ended is null"));
  }
}
