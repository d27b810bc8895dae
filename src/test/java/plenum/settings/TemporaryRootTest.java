package plenum.settings;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TemporaryRootTest {

  @TempDir Path temporary;

  private static Path filled(Path root) throws IOException {
    Files.writeString(Files.createDirectories(root.resolve("runtime")).resolve("a.jar"), "a");
    return root;
  }

  @Test
  void isRemovedWithAllThatIsInIt() throws IOException {
    Path root = filled(temporary.resolve("payaramicro-rt123tmp"));

    TemporaryRoot.remove(root, temporary);

    assertFalse(Files.exists(root));
    assertTrue(Files.exists(temporary));
  }

  @Test
  void isNoFolderThatSomebodyNamed() throws IOException {
    Path named = filled(temporary.resolve("payara"));
    Path elsewhere = filled(temporary.resolve("data/payaramicro-rt123tmp"));

    TemporaryRoot.remove(named, temporary);
    TemporaryRoot.remove(elsewhere, temporary);

    assertTrue(Files.exists(named.resolve("runtime/a.jar")));
    assertTrue(Files.exists(elsewhere.resolve("runtime/a.jar")));
  }
}
