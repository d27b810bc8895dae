package plenum.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import plenum.testing.FreePorts;

class SelfCheckTest {

  @TempDir Path directory;

  private final ByteArrayOutputStream said = new ByteArrayOutputStream();

  private int check(Path data) {
    Application application =
        new Application(SelfCheck.class.getProtectionDomain().getCodeSource().getLocation());
    Map<String, String> told =
        Map.of(
            "plenum.data.dir",
            data.toString(),
            "plenum.http.port",
            "" + FreePorts.tcp(),
            "plenum.tls.port",
            "off",
            "plenum.media.port",
            "0");
    LaunchSettings settings =
        new LaunchSettings(told, Map.of(), Map.of(), application.declarations());
    SelfCheck check =
        new SelfCheck(
            application,
            settings,
            new Cache(directory.resolve("cache")),
            () -> {
              throw new LaunchRefused("There is no driver here.");
            });
    return check.run(new PrintStream(said, true, StandardCharsets.UTF_8));
  }

  private List<Path> there() throws IOException {
    try (Stream<Path> all = Files.list(directory)) {
      return all.toList();
    }
  }

  private String said() {
    return said.toString(StandardCharsets.UTF_8);
  }

  @Test
  void leavesNothingBehind() throws IOException {
    assertEquals(0, check(directory.resolve("lib/plenum")), said());
    assertEquals(List.of(), there());
  }

  @Test
  void leavesALinkThatLeadsNowhereYet() throws IOException {
    Path link = directory.resolve("data");
    Files.createSymbolicLink(link, directory.resolve("not-mounted"));

    assertEquals(78, check(link), said());
    assertEquals(78, check(link.resolve("plenum")), said());

    assertTrue(Files.isSymbolicLink(link), said());
    assertFalse(Files.exists(link), said());
  }
}
