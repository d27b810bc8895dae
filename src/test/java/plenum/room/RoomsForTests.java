package plenum.room;

import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import plenum.audit.AuditTrail;
import plenum.identity.Actor;
import plenum.right.Rights;
import plenum.settings.PresenceSettings;
import plenum.settings.RoomSettings;
import plenum.settings.RoomSettings.Deleter;
import plenum.settings.SrsSettings.Pictures;
import plenum.testing.ManualTimers;
import plenum.time.Timers;

/** Real rooms without media, for tests of other packages. */
public final class RoomsForTests {

  private RoomsForTests() {}

  /** The same options with these, by key, each before its value. */
  static RoomOptions with(RoomOptions before, String... pairs) {
    Map<String, String> map = new HashMap<>(before.toMap());
    for (int i = 0; i < pairs.length; i += 2) {
      map.put(pairs[i], pairs[i + 1]);
    }
    return RoomOptions.of(map);
  }

  /** The rights where only the owner deletes a room. */
  public static Rights rights() {
    return new Rights(() -> limits(10, 10, 2, Duration.ofSeconds(60)));
  }

  /** Rooms of these limits, where only the owner deletes one. */
  static RoomSettings limits(int max, int members, int devices, Duration stagePrepare) {
    return new RoomSettings(max, 1000, 1000, members, devices, stagePrepare, Deleter.OWNER);
  }

  /** A broken connection is waited for 20 s, a reload 4 s. */
  static InMemoryRooms rooms(
      RoomSettings limits, Timers timers, RoomStreams streams, Consumer<RoomEvent> events) {
    return rooms(limits, timers, streams, new MemoryRoomStore(), events);
  }

  /** The same with what is kept from one run to the next. */
  static InMemoryRooms rooms(
      RoomSettings limits,
      Timers timers,
      RoomStreams streams,
      RoomStore store,
      Consumer<RoomEvent> events) {
    return rooms(limits, timers, streams, store, entry -> {}, events);
  }

  /** The same with an audit trail. */
  static InMemoryRooms rooms(
      RoomSettings limits,
      Timers timers,
      RoomStreams streams,
      RoomStore store,
      AuditTrail trail,
      Consumer<RoomEvent> events) {
    return new InMemoryRooms(
        () -> limits,
        new Rights(() -> limits),
        () ->
            new PresenceSettings(
                100, 100, 10, Duration.ofSeconds(20), Duration.ofSeconds(4), 0, 1, 1),
        timers,
        new Pictures(240, 4, 25, 20),
        streams,
        store,
        clock(timers),
        timers instanceof ManualTimers manual ? manual::nanoTime : System::nanoTime,
        trail,
        events);
  }

  /** Goes with the test's timers, where it turns them by hand. */
  private static InstantSource clock(Timers timers) {
    return timers instanceof ManualTimers manual ? manual::instant : InstantSource.system();
  }

  /** The room keeps its messages for so many days. */
  public static void keepMessages(Rooms rooms, Actor owner, RoomId room, int days) {
    ((InMemoryRooms) rooms)
        .moderation()
        .decide(owner, room, before -> with(before, "messageDays", Integer.toString(days)));
  }

  /** Room for 10 rooms of 10 people; a broken connection is waited for 20 s, a reload 4 s. */
  public static Rooms rooms(ManualTimers timers, Consumer<RoomEvent> events) {
    return rooms(limits(10, 10, 2, Duration.ofSeconds(60)), timers, new OpenStreams(), events);
  }
}
