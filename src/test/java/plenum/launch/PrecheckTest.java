package plenum.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.net.DatagramSocket;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import plenum.store.DataLock;

class PrecheckTest {

  @TempDir Path directory;
  private final Properties properties = new Properties();

  @BeforeEach
  void readDefaults() throws IOException {
    try (InputStream in =
        Precheck.class.getResourceAsStream("/META-INF/microprofile-config.properties")) {
      properties.load(in);
    }
    properties.setProperty("plenum.data.dir", directory.toString());
    properties.setProperty("plenum.media.port", "0");
  }

  private String problem() {
    return Precheck.problem(name -> Optional.ofNullable(properties.getProperty(name)))
        .orElse("none");
  }

  @Test
  void findsNothingWrongWithTheDefaultsAndLeavesTheDirectoryFree() {
    assertEquals("none", problem());
    assertEquals("none", problem());
  }

  @Test
  void namesAWrongSetting() {
    properties.setProperty("plenum.rooms.max", "many");

    assertTrue(problem().startsWith("The setting plenum.rooms.max must be"), problem());
  }

  @Test
  void tellsThatTheDirectoryIsInUse() {
    try (DataLock other = DataLock.take(directory)) {
      assertTrue(problem().contains("Another Plenum uses the data directory"), problem());
    }
  }

  @Test
  void namesAMediaPortThatIsTaken() throws IOException {
    try (DatagramSocket somebody = new DatagramSocket(0)) {
      String port = Integer.toString(somebody.getLocalPort());
      properties.setProperty("plenum.media.port", port);
      properties.setProperty("plenum.media.candidates", "127.0.0.1");

      assertTrue(problem().startsWith("The UDP port " + port + " of media"), problem());
      assertTrue(problem().contains("plenum.media.port"), problem());

      properties.setProperty("plenum.media.start", "false");
      assertEquals("none", problem());
    }
  }

  @Test
  void namesAPortOfPayarasThatIsTaken() throws IOException {
    try (ServerSocket somebody = new ServerSocket(0)) {
      String port = Integer.toString(somebody.getLocalPort());
      String http = Ports.problem(command("--port", port)).orElseThrow();
      assertTrue(http.startsWith("The TCP port " + port + " (--port) cannot be opened:"), http);
      String https = Ports.problem(command("--port", "0", "--sslport", port)).orElseThrow();
      assertTrue(https.startsWith("The TCP port " + port + " (--sslport)"), https);
    }
    assertEquals(Optional.empty(), Ports.problem(command("--port", "0")));
  }

  private static CommandLine command(String... arguments) {
    return new CommandLine(Path.of("payara-micro.jar"), List.of(arguments));
  }
}
