package plenum.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the second compiler does not compile while Plenum starts. */
class StartOnlyCodeTest {

  private static String directives() {
    return JvmCommand.answer("compilerDirectivesPrint").orElseThrow();
  }

  @Test
  void isTakenByTheJvmAndGivenBack() {
    String before = directives();
    assertTrue(StartOnlyCode.begin(Path.of(StartOnlyCode.FILE)), "Java reads the product's file");
    String during = directives();
    StartOnlyCode.end();

    assertTrue(during.contains("jdk/internal/loader/*.*"), during);
    assertTrue(during.contains("Exclude:true"), during);
    assertEquals(before, directives());
  }

  /** Media, signalling and what they are made of are to be quick as soon as they can be. */
  @Test
  void isNothingThatAMeetingNeeds() throws IOException {
    String file = Files.readString(Path.of(StartOnlyCode.FILE));
    for (String needed : new String[] {"plenum/", "io/netty/", "javax/crypto/", "java/nio/*"}) {
      assertFalse(file.contains('"' + needed), needed);
    }
  }

  @Test
  void isFoundInAFolderWithASpace(@TempDir Path folder) throws IOException {
    Path spaced = Files.createDirectory(folder.resolve("two words"));
    Path file = Files.copy(Path.of(StartOnlyCode.FILE), spaced.resolve("start-only.json"));
    assertTrue(StartOnlyCode.begin(file));
    StartOnlyCode.end();
  }

  @Test
  void mayBeMissing(@TempDir Path folder) {
    assertFalse(StartOnlyCode.begin(folder.resolve("none.json")));
  }
}
