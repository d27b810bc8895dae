package plenum.room;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import plenum.identity.Actor;
import plenum.media.PlaceKind;
import plenum.room.RoomEvent.MemberJoined;
import plenum.room.RoomEvent.RoomCreated;
import plenum.room.RoomEvent.RoomDeleted;
import plenum.testing.Actors;
import plenum.testing.ManualTimers;

/** A store that takes its time keeps nobody waiting but whoever writes. */
@Timeout(60)
class SlowRoomStoreTest {

  /** Waits in its first put until the test lets it go. */
  private static final class SlowStore implements RoomStore {
    private final MemoryRoomStore rooms = new MemoryRoomStore();
    private final CountDownLatch busy = new CountDownLatch(1);
    private final CountDownLatch free = new CountDownLatch(1);

    @Override
    public List<KeptRoom> all() {
      return rooms.all();
    }

    @Override
    public void put(KeptRoom room) {
      busy.countDown();
      try {
        assertTrue(free.await(30, TimeUnit.SECONDS));
      } catch (InterruptedException interrupted) {
        throw new IllegalStateException(interrupted);
      }
      rooms.put(room);
    }

    @Override
    public void remove(RoomId room) {
      rooms.remove(room);
    }

    @Override
    public Set<RoomId> atRisk() {
      return Set.of();
    }

    @Override
    public void watch(Runnable watcher) {}
  }

  private final SlowStore store = new SlowStore();
  private final Queue<RoomEvent> events = new ConcurrentLinkedQueue<>();
  private final InMemoryRooms rooms =
      RoomsForTests.rooms(
          RoomsForTests.limits(10, 10, 0, Duration.ofSeconds(60)),
          new ManualTimers(),
          new OpenStreams(),
          store,
          events::add);
  private final Actor ada = Actors.named("Ada");

  private RoomId create(String name) {
    return rooms.create(ada, new RoomName(name), PlaceKind.GROUP).id();
  }

  @Test
  void letsOthersGoOnAndKeepsTheOrder() throws InterruptedException {
    Thread writer = new Thread(() -> create("First"));
    writer.start();
    assertTrue(store.busy.await(30, TimeUnit.SECONDS));

    RoomId second = create("Second");
    rooms.join(ada, second, Devices.NONE);
    assertTrue(events.contains(new RoomCreated(second)));
    assertTrue(events.contains(new MemberJoined(second, ada.person())));
    rooms.delete(ada, second, true);
    assertTrue(events.stream().anyMatch(RoomDeleted.class::isInstance));
    assertEquals(List.of(), store.all());

    store.free.countDown();
    writer.join();
    assertEquals(List.of("First"), store.all().stream().map(kept -> kept.name().value()).toList());
  }
}
