package plenum.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import plenum.settings.StartRefused;
import plenum.settings.StoreSettings;

class DataFormatTest {

  @TempDir Path directory;

  private Path file(String name) {
    return directory.resolve(name);
  }

  /** As a server does, up to its end. */
  private void start() {
    new DataDirectory(new StoreSettings(directory)).release();
  }

  /** All files but the lock, with what is in them. */
  private Map<String, String> files() throws IOException {
    Map<String, String> all = new TreeMap<>();
    try (var paths = Files.newDirectoryStream(directory)) {
      for (Path path : paths) {
        if (Files.isRegularFile(path) && !path.endsWith("lock")) {
          all.put(path.getFileName().toString(), Files.readString(path));
        }
      }
    }
    return all;
  }

  @Test
  void takesADirectoryWithoutANumberForTheFirstAndGivesItOne() throws IOException {
    Files.writeString(file("rooms.json"), "{\"version\":1,\"rooms\":[]}");

    start();
    start();

    assertEquals(Map.of("format", "2\n", "rooms.json", "{\"version\":1,\"rooms\":[]}"), files());
  }

  @Test
  void leavesEverythingOfANewerOneAloneAndSaysWhatToDo() throws IOException {
    int newer = Formats.DIRECTORY + 1;
    Files.writeString(file("format"), newer + "\n");
    Files.writeString(file("rooms.json.new"), "being written");
    Map<String, String> before = files();

    StartRefused refused = assertThrows(StartRefused.class, this::start);

    assertEquals(
        "The file %s is of format %d, but this Plenum knows none above %d: a newer one wrote it."
                .formatted(file("format"), newer, Formats.DIRECTORY)
            + " Start that one, or restore the backup from before the upgrade.",
        refused.getMessage());
    assertEquals(before, files());
    DataLock.take(directory).close(); // It is free for the newer one.
  }

  @Test
  void findsAListOfANewerOneBeforeTheStart() throws IOException {
    String text = "\n{ \"version\" : 12345678901, \"names\": [] }";
    Files.writeString(file("names.json"), text);

    String problem = DataFormat.problem(directory).orElseThrow();

    assertTrue(problem.startsWith("The file " + file("names.json") + " is of format 12345678901,"));
    assertTrue(problem.contains("knows none above 1: a newer one wrote it."), problem);
    StartRefused refused = assertThrows(StartRefused.class, this::start);
    assertEquals(problem, refused.getMessage());
    assertEquals(Map.of("names.json", text), files());
  }

  @Test
  void doesNotGuessWhatANumberIsToMean() throws IOException {
    for (String text : List.of("", "one", "-1", "0", "1 2")) {
      Files.writeString(file("format"), text);

      assertEquals(
          Optional.of(
              "The file %s holds no number of a format. Restore it from the backup."
                  .formatted(file("format"))),
          DataFormat.problem(directory),
          text);
    }
    Files.delete(file("format"));
    Files.createDirectory(file("format"));
    assertEquals(
        Optional.of("The file %s cannot be read: Is a directory.".formatted(file("format"))),
        DataFormat.problem(directory));
  }

  @Test
  void hasNothingAgainstListsOfTodayOrOfBeforeAndLeavesBadOnesToTheirReader() throws IOException {
    Files.writeString(file("a.json"), "{\"rooms\":[]}");
    Files.writeString(file("b.json"), "{\"version\":1,\"rooms\":[]}");
    Files.writeString(file("c.json"), "no JSON");
    Files.createDirectory(file("d.json"));

    assertEquals(Optional.empty(), DataFormat.problem(directory));
    assertEquals(Optional.empty(), DataFormat.problem(directory.resolve("none")));
  }

  @Test
  void doesNotStartWhereTheNumberCannotBeWritten() throws IOException {
    Files.createDirectories(file("format.new/inside"));

    StartRefused refused = assertThrows(StartRefused.class, this::start);

    assertTrue(refused.getMessage().contains("The next start tries it again"));
    assertFalse(Files.exists(file("format")));
  }

  /** Puts a mark behind what the file holds, unless it is there: so it can be done again. */
  private static Migration marking(String mark) {
    return data -> {
      StoredFile file = data.file("a");
      String text = file.read().map(String::new).orElse("");
      file.write(text.endsWith(mark) ? text : text + mark);
    };
  }

  private void bringForward(Migration... migrations) {
    DataFormat.bringForward(new DataDirectory(directory), List.of(migrations));
  }

  @Test
  void bringsAnOlderOneForwardStepByStep() throws IOException {
    Files.writeString(file("a"), "old");
    bringForward(marking(" two"));
    assertEquals(Map.of("a", "old two", "format", "2\n"), files());

    bringForward(marking(" two"), marking(" three"), marking(" four"));

    assertEquals(Map.of("a", "old two three four", "format", "4\n"), files());
    assertEquals(Optional.empty(), DataFormat.problem(directory, 4));
    assertTrue(DataFormat.problem(directory, 3).orElseThrow().contains("of format 4"));
  }

  @Test
  void doesAStepAgainThatFailedOrThatTheServerDidNotOutlive() throws IOException {
    Files.writeString(file("a"), "old");
    Migration killed =
        data -> {
          marking(" three").run(data);
          throw new IllegalStateException("killed");
        };
    assertThrows(IllegalStateException.class, () -> bringForward(marking(" two"), killed));
    assertEquals(Map.of("a", "old two three", "format", "2\n"), files());

    Files.createDirectories(file("a.new/inside"));
    StartRefused refused =
        assertThrows(
            StartRefused.class, () -> bringForward(marking(" two"), marking(" three again")));
    assertEquals(
        "The data cannot be brought to format 3. The file %s cannot be written: Directory not empty."
                .formatted(file("a"))
            + " The next start tries it again.",
        refused.getMessage());
    assertEquals(Map.of("a", "old two three", "format", "2\n"), files());

    Files.delete(file("a.new/inside"));
    bringForward(marking(" two"), marking(" three"));
    assertEquals(Map.of("a", "old two three", "format", "3\n"), files());
  }
}
