package plenum.room;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import plenum.identity.PersonId;
import plenum.store.DataDirectory;
import plenum.testing.Actors;
import plenum.testing.ManualTimers;

class JsonRoomArchiveTest {

  private static final KeptRoom ROOM =
      new KeptRoom(
          new RoomId("k3J9x2Qa"),
          new RoomName("Stand-up 站会"),
          RoomKind.GROUP,
          Optional.of(Owner.of(Actors.named("Ada"))));
  private static final KeptRoom DESKTOP =
      new KeptRoom(
          new RoomId("d7"),
          new RoomName("Plans"),
          RoomKind.DESKTOP,
          Optional.of(Owner.of(Actors.named("Ada"))));

  @TempDir Path directory;

  private RoomArchive archive() {
    return new JsonRoomArchive(new DataDirectory(directory).file("rooms.json"));
  }

  @Test
  void startsEmpty() {
    assertEquals(List.of(), archive().load());
  }

  @Test
  void readsWhatItWrote() {
    archive().save(List.of(ROOM, DESKTOP));

    assertEquals(List.of(ROOM, DESKTOP), archive().load());
  }

  @Test
  void readsWhatAVersionWithoutOwnersWrote() throws IOException {
    Files.writeString(
        directory.resolve("rooms.json"),
        "{\"version\":1,\"rooms\":[{\"id\":\"a\",\"name\":\"Old\",\"kind\":\"group\"}]}");

    assertEquals(
        List.of(
            new KeptRoom(new RoomId("a"), new RoomName("Old"), RoomKind.GROUP, Optional.empty())),
        archive().load());
  }

  @Test
  void readsWhatAVersionWithoutOwnersNamesWrote() throws IOException {
    PersonId ada = PersonId.fresh();
    Files.writeString(
        directory.resolve("rooms.json"),
        "{\"version\":1,\"rooms\":[{\"id\":\"a\",\"name\":\"Old\",\"kind\":\"group\",\"owner\":\"%s\"}]}"
            .formatted(ada));

    Optional<Owner> owner = Optional.of(new Owner(ada, Optional.empty()));
    assertEquals(
        List.of(new KeptRoom(new RoomId("a"), new RoomName("Old"), RoomKind.GROUP, owner)),
        archive().load());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "[]",
        "{}",
        "{\"rooms\":[{\"id\":\"../x\",\"name\":\"a\",\"kind\":\"group\"}]}",
        "{\"rooms\":[{\"id\":\"a\",\"name\":\"\",\"kind\":\"group\"}]}",
        "{\"rooms\":[{\"id\":\"a\",\"name\":\"a\",\"kind\":\"cave\"}]}",
        "{\"rooms\":[{\"id\":\"a\",\"name\":\"a\",\"kind\":\"call\"}]}",
        "{\"rooms\":[{\"id\":\"a\",\"name\":\"a\",\"kind\":\"group\",\"owner\":\"me\"}]}",
        "{\"rooms\":[{\"id\":\"a\",\"name\":\"a\",\"kind\":\"group\",\"owner\":\"AAAAAAAAAAAAAAAAAAAAAA\",\"ownerName\":\""
            + " \"}]}",
        "{\"rooms\":[{}]}"
      })
  void setsAnUnreadableFileAside(String text) throws IOException {
    Files.writeString(directory.resolve("rooms.json"), text);

    assertEquals(List.of(), archive().load());
    try (var files = Files.list(directory)) {
      Path aside = files.findFirst().orElseThrow();
      assertTrue(aside.getFileName().toString().startsWith("rooms.json.unreadable-"));
      assertEquals(text, Files.readString(aside));
    }
  }

  @Test
  void writesManyChangesOnce() {
    List<List<KeptRoom>> saved = new ArrayList<>();
    RoomArchive counting =
        new RoomArchive() {
          @Override
          public List<KeptRoom> load() {
            return List.of();
          }

          @Override
          public void save(List<KeptRoom> rooms) {
            saved.add(rooms);
          }
        };
    ManualTimers timers = new ManualTimers();
    RoomKeeper keeper = new RoomKeeper(counting, timers, () -> List.of(ROOM));

    keeper.changed();
    keeper.changed();
    timers.pass(Duration.ofSeconds(1));
    keeper.save();

    assertEquals(List.of(List.of(ROOM)), saved);
  }
}
