package plenum.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommandLineTest {

  @TempDir Path directory;

  private static CommandLine of(String... arguments) {
    return new CommandLine(Path.of("payara-micro.jar"), List.of(arguments));
  }

  @Test
  void tellsWhatIsDeployedAndWhere() {
    CommandLine command = of("--deploy", "plenum.war", "--port", "8090", "--sslPort", "8453");

    assertEquals(Optional.of(Path.of("plenum.war")), command.deploys());
    assertEquals(OptionalInt.of(8090), command.port());
    assertEquals(OptionalInt.of(8453), command.sslPort());
    assertFalse(command.isWarmup());
  }

  @Test
  void knowsPayarasDefaults() {
    assertEquals(OptionalInt.of(8080), of("--deploy", "plenum.war").port());
    assertEquals(OptionalInt.empty(), of("--deploy", "plenum.war").sslPort());
    assertEquals(Optional.empty(), of("--port", "8090").deploys());
  }

  @Test
  void takesTheLastOfSeveral() {
    assertEquals(OptionalInt.of(2), of("--port", "1", "--port", "2").port());
  }

  @Test
  void hasNoPortWherePayaraChoosesOrTheOptionIsNoNumber() {
    assertEquals(OptionalInt.empty(), of("--port", "8090", "--autoBindHttp").port());
    assertEquals(OptionalInt.empty(), of("--port", "http").port());
    assertEquals(OptionalInt.empty(), of("--port").sslPort());
    assertTrue(of("--warmup").isWarmup());
  }

  @Test
  void readsTheFileOfSystemProperties() throws IOException {
    Path file = Files.writeString(directory.resolve("site"), "plenum.rooms.max=7\n");

    assertEquals(
        "7",
        of("--systemproperties", file.toString())
            .systemProperties()
            .getProperty("plenum.rooms.max"));
    assertThrows(
        LaunchRefused.class,
        () -> of("--systemproperties", directory.resolve("none").toString()).systemProperties());
  }
}
