package plenum.chat;

import java.time.Duration;
import java.time.Instant;
import plenum.room.Rooms;
import plenum.room.RoomsForTests;
import plenum.settings.ChatSettings;
import plenum.testing.ManualTimers;

/** Real conversations that nobody keeps, for tests of other packages. */
public final class ConversationsForTests {

  private ConversationsForTests() {}

  /** In these rooms, at the time of these timers. */
  public static Conversations conversations(Rooms rooms, ManualTimers timers) {
    return new InMemoryConversations(
        () -> new ChatSettings(2_000, 100, 100, Duration.ofMinutes(5), 10, 2, 30),
        rooms,
        RoomsForTests.rights(),
        () -> Instant.EPOCH.plusNanos(timers.nanoTime()),
        timers::nanoTime,
        MessageStore.none(),
        entry -> {},
        event -> {});
  }
}
