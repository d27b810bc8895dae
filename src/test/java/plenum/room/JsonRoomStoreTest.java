package plenum.room;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import plenum.identity.PersonId;
import plenum.media.PlaceKind;
import plenum.store.DataDirectory;
import plenum.testing.Actors;
import plenum.testing.ManualTimers;

class JsonRoomStoreTest {

  private static final KeptRoom ROOM =
      new KeptRoom(
          new RoomId("k3J9x2Qa"),
          new RoomName("Stand-up 站会"),
          PlaceKind.GROUP,
          Optional.of(Owner.of(Actors.named("Ada"))));
  private static final KeptRoom DESKTOP =
      new KeptRoom(
          new RoomId("d7"),
          new RoomName("Plans"),
          PlaceKind.DESKTOP,
          Optional.of(Owner.of(Actors.named("Ada"))));

  @TempDir Path directory;

  private final ManualTimers timers = new ManualTimers();

  /** What the next run has. */
  private JsonRoomStore start() {
    return new JsonRoomStore(
        new RoomsFile(new DataDirectory(directory).file("rooms.json")), timers);
  }

  @Test
  void startsEmpty() {
    assertEquals(List.of(), start().all());
  }

  @Test
  void readsWhatItWrote() {
    JsonRoomStore store = start();
    store.put(ROOM);
    store.put(DESKTOP);
    store.save();

    assertEquals(List.of(ROOM, DESKTOP), start().all());
  }

  @Test
  void readsWhatAVersionWithoutOwnersWrote() throws IOException {
    Files.writeString(
        directory.resolve("rooms.json"),
        "{\"version\":1,\"rooms\":[{\"id\":\"a\",\"name\":\"Old\",\"kind\":\"group\"}]}");

    assertEquals(
        List.of(
            new KeptRoom(new RoomId("a"), new RoomName("Old"), PlaceKind.GROUP, Optional.empty())),
        start().all());
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
        List.of(new KeptRoom(new RoomId("a"), new RoomName("Old"), PlaceKind.GROUP, owner)),
        start().all());
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

    assertEquals(List.of(), start().all());
    try (var files = Files.list(directory)) {
      Path aside = files.findFirst().orElseThrow();
      assertTrue(aside.getFileName().toString().startsWith("rooms.json.unreadable-"));
      assertEquals(text, Files.readString(aside));
    }
  }

  @Test
  void keepsEachRoomByItself() {
    JsonRoomStore store = start();
    store.put(ROOM);
    store.put(DESKTOP);
    KeptRoom renamed =
        new KeptRoom(ROOM.id(), new RoomName("Standing"), PlaceKind.GROUP, ROOM.owner());
    store.put(renamed);
    store.remove(DESKTOP.id());
    store.remove(new RoomId("unknown"));
    assertEquals(List.of(renamed), store.all());

    store.save();
    assertEquals(List.of(renamed), start().all());
  }

  @Test
  void writesManyChangesOnceAMomentAfterwards() throws IOException {
    Path file = directory.resolve("rooms.json");
    JsonRoomStore store = start();

    store.put(ROOM);
    store.put(DESKTOP);
    assertFalse(Files.exists(file));
    timers.pass(Duration.ofSeconds(1));
    assertEquals(List.of(ROOM, DESKTOP), start().all());

    Files.delete(file);
    timers.pass(Duration.ofSeconds(1));
    store.save();
    assertFalse(Files.exists(file));
  }

  @Test
  void losesNothingWhenItIsStoppedAtOnce() {
    JsonRoomStore store = start();
    store.put(ROOM);
    store.remove(ROOM.id());
    store.put(DESKTOP);
    store.save();

    assertEquals(List.of(DESKTOP), start().all());
  }
}
