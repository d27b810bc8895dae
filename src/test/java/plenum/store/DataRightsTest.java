package plenum.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import plenum.testing.SmallDisk;

class DataRightsTest {

  @TempDir Path directory;

  @Test
  void hasNothingAgainstWhatCanBeWrittenOrIsNotThere() throws Exception {
    Files.writeString(directory.resolve("secret"), "x");
    assertEquals(Optional.empty(), DataRights.problem(directory));
    assertEquals(Optional.empty(), DataRights.problem(directory.resolve("none")));
  }

  /** Root may write everywhere but where a disk is read-only. */
  @Test
  void namesWhatThisUserMayNotWriteAndWhoseItIs() throws Exception {
    try (SmallDisk disk = SmallDisk.at(directory, "64k")) {
      Path file = Files.writeString(directory.resolve("plenum.mv.db"), "x");
      Files.writeString(directory.resolve("notes.txt"), "x");
      disk.remount("ro");

      String sentence = DataRights.problem(directory).orElseThrow();
      assertTrue(sentence.contains(" may not read and write " + file), sentence);
      assertTrue(sentence.contains("which is root's"), sentence);
      assertTrue(sentence.contains("mounted to be read only"), sentence);
    }
  }
}
