package plenum.database.attendance;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import plenum.database.Database;
import plenum.database.WriteQueue;
import plenum.identity.PersonId;
import plenum.room.RoomId;

/** Writes down who was where, from when to when. Thread-safe. */
public final class AttendanceBook {

  /** Of those that a server left open which was killed: what it wrote last was written by then. */
  private static final String CLOSE_LEFT =
      "update attendance set ended = greatest(joined, coalesce((select w.at from writer w where"
          + " w.id = attendance.run), joined)) where ended is null and run <> ?1";

  private record Inside(RoomId room, PersonId person) {}

  private final String run;
  private final Consumer<WriteQueue.Write> writes;
  private final BiConsumer<String, WriteQueue.Write> erasures;
  private final Map<Inside, Attendance> open = new HashMap<>();

  private AttendanceBook(
      String run,
      Consumer<WriteQueue.Write> writes,
      BiConsumer<String, WriteQueue.Write> erasures) {
    this.run = run;
    this.writes = writes;
    this.erasures = erasures;
  }

  public AttendanceBook(Database database, WriteQueue queue) {
    this(queue.run(), queue::add, queue::put);
    rehearse();
    database.change(
        manager -> manager.createNativeQuery(CLOSE_LEFT).setParameter(1, run).executeUpdate());
  }

  /**
   * When Payara stops, it loads no more of the application's classes, and everybody leaves just
   * then.
   */
  private static void rehearse() {
    AttendanceBook book = new AttendanceBook("", write -> {}, (key, write) -> {});
    book.joined(new RoomId("rehearse"), "", PersonId.fresh(), "", Instant.EPOCH);
    book.close(Instant.EPOCH);
  }

  /** Somebody came in. */
  public synchronized void joined(
      RoomId room, String roomName, PersonId person, String personName, Instant now) {
    Inside inside = new Inside(room, person);
    if (open.containsKey(inside)) {
      return;
    }
    Attendance begun = Attendance.begin(room, roomName, person, personName, now);
    open.put(inside, begun);
    writes.accept(manager -> manager.merge(new AttendanceRow(begun, run)));
  }

  /** Somebody is gone. */
  public synchronized void left(RoomId room, PersonId person, Instant now) {
    Attendance ended = open.remove(new Inside(room, person));
    if (ended != null) {
      end(ended, now);
    }
  }

  /** Everybody is gone, since the room is, or the server ends. */
  public synchronized void allLeft(List<RoomId> rooms, Instant now) {
    List.copyOf(open.keySet()).stream()
        .filter(inside -> rooms.contains(inside.room()))
        .forEach(inside -> left(inside.room(), inside.person(), now));
  }

  /** Keeps none of the person's; soon. */
  public synchronized void erase(PersonId person) {
    open.keySet().removeIf(inside -> inside.person().equals(person));
    erasures.accept(
        "erase attendance " + person,
        manager ->
            manager
                .createQuery("delete from AttendanceRow a where a.personId = :person")
                .setParameter("person", person.value())
                .executeUpdate());
  }

  /** The server ends. */
  public synchronized void close(Instant now) {
    allLeft(open.keySet().stream().map(Inside::room).toList(), now);
  }

  /** While somebody is inside, so much is known of when the server still ran. */
  public synchronized void alive() {
    if (!open.isEmpty()) {
      writes.accept(AttendanceBook::nothing);
    }
  }

  private static void nothing(EntityManager manager) {}

  private void end(Attendance ended, Instant now) {
    writes.accept(
        manager ->
            manager
                .createQuery("update AttendanceRow a set a.ended = :now where a.id = :id")
                .setParameter("now", now)
                .setParameter("id", ended.id())
                .executeUpdate());
  }
}
