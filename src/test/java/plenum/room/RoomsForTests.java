package plenum.room;

import java.time.Duration;
import java.util.function.Consumer;
import plenum.settings.PresenceSettings;
import plenum.settings.RoomSettings;
import plenum.testing.ManualTimers;

/** Real rooms without media, for tests of other packages. */
public final class RoomsForTests {

  private RoomsForTests() {}

  /** Room for 10 rooms of 10 people; a broken connection is waited for 20 s, a reload 4 s. */
  public static Rooms rooms(ManualTimers timers, Consumer<RoomEvent> events) {
    return new InMemoryRooms(
        new RoomSettings(10, 10, 2, Duration.ofSeconds(60)),
        new PresenceSettings(100, 10, Duration.ofSeconds(20), Duration.ofSeconds(4)),
        timers,
        new OpenStreams(),
        events);
  }
}
