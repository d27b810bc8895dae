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
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import plenum.identity.PersonId;
import plenum.media.PlaceKind;
import plenum.settings.StartRefused;
import plenum.store.DataDirectory;

class RoomFileTest {

  @TempDir Path directory;

  private List<KeptRoom> read() {
    return RoomFile.read(new DataDirectory(directory).file("rooms.json"));
  }

  @Test
  void mayBeMissing() {
    assertEquals(List.of(), read());
  }

  @Test
  void readsWhatAVersionWithoutOwnersWrote() throws IOException {
    Files.writeString(
        directory.resolve("rooms.json"),
        "{\"version\":1,\"rooms\":[{\"id\":\"a\",\"name\":\"Old\",\"kind\":\"group\"}]}");

    assertEquals(
        List.of(
            new KeptRoom(new RoomId("a"), new RoomName("Old"), PlaceKind.GROUP, Optional.empty())),
        read());
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
        read());
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

    assertEquals(List.of(), read());
    assertFalse(Files.exists(directory.resolve("rooms.json")));
    assertEquals(text, Files.readString(aside()));
  }

  @Test
  void setsAsideWhatItsReaderGivesUp() throws IOException {
    String digits = "{\"version\":1,\"rooms\":[{\"since\":%s}]}".formatted("9".repeat(5000));
    Files.writeString(directory.resolve("rooms.json"), digits);
    assertEquals(List.of(), read());
    assertEquals(digits, Files.readString(aside()));

    Files.delete(aside());
    Files.writeString(directory.resolve("rooms.json"), "[".repeat(100_000));
    assertEquals(List.of(), read());
    assertEquals("[".repeat(100_000), Files.readString(aside()));
  }

  @Test
  void setsAsideWhatWouldNotFitIntoMemory() throws IOException {
    String large = "{\"version\":1,%s\"rooms\":[]}".formatted(" ".repeat(8 << 20));
    Files.writeString(directory.resolve("rooms.json"), large);

    assertEquals(List.of(), read());
    assertEquals(large.length(), Files.size(aside()));
  }

  @Test
  void takesALinkForTheFileThatItLeadsTo() throws IOException {
    Path file = directory.resolve("rooms.json");
    Path elsewhere = directory.resolve("elsewhere");
    Files.createSymbolicLink(file, elsewhere);
    assertEquals(List.of(), read());

    Files.writeString(elsewhere, "{\"rooms\":[{\"id\":\"a\",\"name\":\"A\",\"kind\":\"group\"}]}");
    assertEquals(1, read().size());

    Files.delete(elsewhere);
    Files.createSymbolicLink(elsewhere, file);
    assertThrows(StartRefused.class, this::read, "they lead to one another");
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

    List<KeptRoom> read = read();
    assertEquals(List.of(new RoomId("old")), read.stream().map(KeptRoom::id).toList());
    assertEquals(text, Files.readString(aside()));
  }

  @Test
  void readsTheOtherRoomsWhereOneIsInAWrongEncoding() throws IOException {
    byte[] latin1 =
        "{\"rooms\":[{\"id\":\"a\",\"name\":\"K\u00fcche\",\"kind\":\"group\"},{\"id\":\"b\",\"name\":\"Hall\",\"kind\":\"group\"}]}"
            .getBytes(StandardCharsets.ISO_8859_1);
    Files.write(directory.resolve("rooms.json"), latin1);

    assertEquals(List.of(new RoomId("b")), read().stream().map(KeptRoom::id).toList());
    assertArrayEquals(latin1, Files.readAllBytes(aside()));
  }

  @Test
  void setsAFileInAnotherEncodingAside() throws IOException {
    byte[] utf16 = "{\"version\":1,\"rooms\":[]}".getBytes(StandardCharsets.UTF_16);
    Files.write(directory.resolve("rooms.json"), utf16);

    assertEquals(List.of(), read());
    assertArrayEquals(utf16, Files.readAllBytes(aside()));
  }

  @Test
  void readsAFileThatBeginsWithAByteOrderMark() throws IOException {
    Files.writeString(
        directory.resolve("rooms.json"),
        "\uFEFF{\"rooms\":[{\"id\":\"a\",\"name\":\"Hall\",\"kind\":\"group\"}]}");

    assertEquals(1, read().size());
  }

  @Test
  void setsADirectoryAside() throws IOException {
    Path directory = Files.createDirectories(this.directory.resolve("rooms.json/inside"));

    assertEquals(List.of(), read());
    assertTrue(Files.isDirectory(aside().resolve("inside")));
    assertFalse(Files.exists(directory));
  }

  @ParameterizedTest
  @ValueSource(strings = {"2", "99", "123456789012345678901234567890"})
  void refusesAVersionThatANewerPlenumWrote(String version) throws IOException {
    String text = "{\"version\":%s,\"rooms\":[]}".formatted(version);
    Files.writeString(directory.resolve("rooms.json"), text);

    StartRefused refused = assertThrows(StartRefused.class, this::read);
    assertTrue(refused.getMessage().contains("rooms.json"), refused.getMessage());
    assertTrue(refused.getMessage().contains("a newer one wrote it"), refused.getMessage());
    assertEquals(text, Files.readString(directory.resolve("rooms.json")));
  }
}
