package plenum.call;

import java.time.Duration;
import java.time.InstantSource;
import plenum.presence.Presence;
import plenum.room.Rooms;
import plenum.room.RoomsForTests;
import plenum.settings.CallSettings;
import plenum.time.Timers;

/** Real calls in real rooms, for tests of other packages. */
public final class CallsForTests {

  private CallsForTests() {}

  /** Ten calls at a time, each of which rings for 45 s. */
  public static Calls calls(Timers timers, Rooms rooms, Presence presence) {
    CallSettings settings =
        new CallSettings(Scene.RING, 10, 10, 100, Duration.ofDays(30), Scene.SEAT);
    return new InMemoryCalls(
        () -> settings,
        RoomsForTests.rights(),
        timers,
        InstantSource.system(),
        System::nanoTime,
        CallsProducer.callRooms(rooms),
        person -> CallsProducer.party(presence, person),
        new InMemoryCallRecords(() -> settings, InstantSource.system(), CallStore.none()),
        entry -> {},
        event -> {});
  }
}
