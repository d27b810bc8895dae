package plenum.chat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import plenum.chat.file.FilesForTests;
import plenum.room.Rooms;
import plenum.room.RoomsForTests;
import plenum.settings.ChatSettings;
import plenum.testing.ManualTimers;

/** Real conversations that nobody keeps, for tests of other packages. */
public final class ConversationsForTests {

  private ConversationsForTests() {}

  /** In these rooms, at the time of these timers; files of messages would be in this directory. */
  public static Conversations conversations(Rooms rooms, ManualTimers timers, Path folder) {
    InstantSource clock = () -> Instant.EPOCH.plusNanos(timers.nanoTime());
    return new InMemoryConversations(
        () -> new ChatSettings(2_000, 100, 100, Duration.ofMinutes(5), 10, 2, 30),
        rooms,
        RoomsForTests.rights(),
        clock,
        timers::nanoTime,
        MessageStore.none(),
        FilesForTests.uploads(folder, clock),
        entry -> {},
        event -> {});
  }
}
