package plenum.room;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import plenum.identity.PersonId;
import plenum.media.PlaceKind;
import plenum.settings.StartRefused;
import plenum.store.DataDirectory;
import plenum.store.Storage;
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
  private final Storage storage = new Storage();

  /** What the next run has. */
  private JsonRoomStore start() {
    return new JsonRoomStore(new DataDirectory(directory).file("rooms.json"), timers, storage);
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
        "[null]",
        "null",
        "7",
        "{}",
        "{\"version\":1,\"rooms\":null}",
        "{\"version\":0,\"rooms\":[]}",
        "{\"version\":\"1\",\"rooms\":[]}",
        "{\"version\":1,\"rooms\":[]} and more"
      })
  void setsAnUnreadableFileAside(String text) throws IOException {
    Files.writeString(directory.resolve("rooms.json"), text);

    assertEquals(List.of(), start().all());
    assertFalse(Files.exists(directory.resolve("rooms.json")));
    assertEquals(text, Files.readString(aside()));
  }

  private Path aside() throws IOException {
    try (var files = Files.newDirectoryStream(directory, "rooms.json.unreadable-*")) {
      return files.iterator().next();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "null",
        "7",
        "{}",
        "{\"id\":\"../x\",\"name\":\"a\",\"kind\":\"group\"}",
        "{\"id\":7,\"name\":\"a\",\"kind\":\"group\"}",
        "{\"id\":\"a\",\"name\":\"\",\"kind\":\"group\"}",
        "{\"id\":\"a\",\"name\":\"a\",\"kind\":\"cave\"}",
        "{\"id\":\"a\",\"name\":\"a\",\"kind\":\"call\"}",
        "{\"id\":\"a\",\"name\":\"a\",\"kind\":\"group\",\"owner\":\"me\"}",
        "{\"id\":\"a\",\"name\":\"a\",\"kind\":\"group\",\"owner\":\"AAAAAAAAAAAAAAAAAAAAAA\",\"ownerName\":\""
            + " \"}",
        "{\"id\":\"old\",\"name\":\"doubled id\",\"kind\":\"group\"}",
        "{\"id\":\"b\",\"name\":\"OLD\",\"kind\":\"group\"}"
      })
  void losesNoOtherRoomByABadOne(String bad) throws IOException {
    String text =
        "{\"version\":1,\"rooms\":[{\"id\":\"old\",\"name\":\"Old\",\"kind\":\"group\"},%s]}"
            .formatted(bad);
    Files.writeString(directory.resolve("rooms.json"), text);

    List<KeptRoom> read = start().all();
    assertEquals(List.of(new RoomId("old")), read.stream().map(KeptRoom::id).toList());
    assertEquals(text, Files.readString(aside()));

    timers.pass(Duration.ofSeconds(1));
    assertEquals(read, start().all());
    assertFalse(Files.readString(directory.resolve("rooms.json")).contains(bad));
  }

  @Test
  void readsTheOtherRoomsWhereOneIsInAWrongEncoding() throws IOException {
    byte[] latin1 =
        "{\"rooms\":[{\"id\":\"a\",\"name\":\"K\u00fcche\",\"kind\":\"group\"},{\"id\":\"b\",\"name\":\"Hall\",\"kind\":\"group\"}]}"
            .getBytes(StandardCharsets.ISO_8859_1);
    Files.write(directory.resolve("rooms.json"), latin1);

    assertEquals(List.of(new RoomId("b")), start().all().stream().map(KeptRoom::id).toList());
    assertArrayEquals(latin1, Files.readAllBytes(aside()));
  }

  @Test
  void setsAFileInAnotherEncodingAside() throws IOException {
    byte[] utf16 = "{\"version\":1,\"rooms\":[]}".getBytes(StandardCharsets.UTF_16);
    Files.write(directory.resolve("rooms.json"), utf16);

    assertEquals(List.of(), start().all());
    assertArrayEquals(utf16, Files.readAllBytes(aside()));
  }

  @Test
  void readsAFileThatBeginsWithAByteOrderMark() throws IOException {
    Files.writeString(
        directory.resolve("rooms.json"),
        "\uFEFF{\"rooms\":[{\"id\":\"a\",\"name\":\"Hall\",\"kind\":\"group\"}]}");

    assertEquals(1, start().all().size());
  }

  @Test
  void setsADirectoryAside() throws IOException {
    Path directory = Files.createDirectories(this.directory.resolve("rooms.json/inside"));

    JsonRoomStore store = start();
    assertTrue(Files.isDirectory(aside().resolve("inside")));
    store.put(ROOM);
    store.save();
    assertEquals(List.of(ROOM), start().all());
    assertFalse(Files.exists(directory));
  }

  @ParameterizedTest
  @ValueSource(strings = {"2", "99", "123456789012345678901234567890"})
  void refusesAVersionThatANewerPlenumWrote(String version) throws IOException {
    String text = "{\"version\":%s,\"rooms\":[]}".formatted(version);
    Files.writeString(directory.resolve("rooms.json"), text);

    StartRefused refused = assertThrows(StartRefused.class, this::start);
    assertTrue(refused.getMessage().contains("rooms.json"), refused.getMessage());
    assertTrue(refused.getMessage().contains("a newer one wrote it"), refused.getMessage());
    assertEquals(text, Files.readString(directory.resolve("rooms.json")));
  }

  @Test
  void tellsWhichRoomsCannotBeKeptUntilTheyAre() throws IOException {
    JsonRoomStore store = start();
    store.put(ROOM);
    store.save();
    List<Set<RoomId>> told = new ArrayList<>();
    store.watch(() -> told.add(store.atRisk()));
    Path fault = Files.createDirectories(directory.resolve("rooms.json.new/fault"));

    store.put(DESKTOP);
    timers.pass(Duration.ofSeconds(1));
    assertEquals(Set.of(DESKTOP.id()), store.atRisk());
    assertEquals(Set.of(DESKTOP.id()), told.get(told.size() - 1));
    KeptRoom third =
        new KeptRoom(new RoomId("t3"), new RoomName("Third"), PlaceKind.GROUP, Optional.empty());
    store.put(third);
    assertEquals(Set.of(DESKTOP.id(), third.id()), told.get(told.size() - 1));
    assertEquals(List.of(ROOM), start().all());

    Files.delete(fault);
    Files.delete(fault.getParent());
    timers.pass(Duration.ofMinutes(1));
    assertEquals(Set.of(), told.get(told.size() - 1));
    assertEquals(List.of(ROOM, DESKTOP, third), start().all());
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
