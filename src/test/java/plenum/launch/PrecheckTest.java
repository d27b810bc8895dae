package plenum.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
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
    properties.setProperty("plenum.tls.port", "off");
  }

  private String problem() {
    return Precheck.problem(name -> Optional.ofNullable(properties.getProperty(name)))
        .orElse("none");
  }

  @Test
  void findsNothingWrongWithTheDefaultsAndKeepsTheDirectoryForTheApplication() {
    assertEquals("none", problem());
    assertEquals("none", problem());
    try (DataLock lock = DataLock.take(directory)) {
      assertTrue(problem().contains("in this same server"), problem());
    }
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
  void namesAFileOfANewerPlenum() throws IOException {
    Files.writeString(directory.resolve("format"), "99");
    String data = "data directory " + directory.toAbsolutePath();

    assertTrue(problem().contains("a newer one wrote it"), problem());
    assertEquals(problem(), check().get(data));

    Files.delete(directory.resolve("format"));
    Files.writeString(directory.resolve("rooms.json"), "{\"version\":99,\"rooms\":[]}");
    assertTrue(problem().contains("rooms.json is of format 99"), problem());
  }

  @Test
  void namesASecretThatIsShortOrCannotBeRead() throws IOException {
    Path secret = directory.resolve("secret");
    Files.writeString(secret, "short");
    assertTrue(problem().startsWith("The secret in " + secret + " has 5 characters"), problem());
    assertEquals(problem(), check().get("data directory " + directory.toAbsolutePath()));
    assertEquals("short", Files.readString(secret));

    properties.setProperty("plenum.secret", "0123456789".repeat(4));
    assertEquals("none", problem());

    properties.remove("plenum.secret");
    Files.delete(secret);
    Files.createDirectory(secret);
    assertTrue(problem().startsWith("The file " + secret + " cannot be read"), problem());
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
  void namesATcpPortOfMediaThatIsTaken() throws IOException {
    try (ServerSocket somebody = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      int port = somebody.getLocalPort();
      properties.setProperty("plenum.media.port", Integer.toString(port));
      properties.setProperty("plenum.media.candidates", "127.0.0.1");
      String begin = "The TCP port %d of media (setting plenum.media.port)".formatted(port);
      assertTrue(problem().startsWith(begin), problem());

      properties.setProperty("plenum.media.port", "0");
      properties.setProperty("plenum.media.tcp.listen", "127.0.0.1:" + port);
      assertTrue(problem().contains("(setting plenum.media.tcp.listen)"), problem());

      properties.setProperty("plenum.media.tcp.enabled", "false");
      assertEquals("none", problem());
    }
  }

  @Test
  void namesAFileOfAuthoritiesInWhichThereIsNone() throws IOException {
    Path file = Files.writeString(directory.resolve("ca.pem"), "no certificate");
    properties.setProperty("plenum.webhooks.ca-file", file.toString());

    assertTrue(problem().startsWith("The certificates in the file " + file), problem());
    assertTrue(problem().contains("(setting plenum.webhooks.ca-file)"), problem());
    assertEquals(problem(), check().get("certificates of authorities"));
  }

  @Test
  void namesAPortOfHttpsThatIsTakenAndACertificateThatCannotBeUsed() throws IOException {
    try (ServerSocket somebody = new ServerSocket(0)) {
      String port = Integer.toString(somebody.getLocalPort());
      properties.setProperty("plenum.tls.port", port);

      assertTrue(problem().startsWith("The TCP port " + port + " of https"), problem());
      assertTrue(problem().contains("plenum.tls.port"), problem());
    }
    Path none = directory.resolve("none.crt");
    properties.setProperty("plenum.tls.certificate", none.toString());

    assertTrue(problem().contains("none.crt (setting plenum.tls.certificate)"), problem());
    assertEquals(problem(), check().get("certificate " + none));
    assertEquals("", check().get("https at TCP port " + properties.get("plenum.tls.port")));
  }

  @Test
  void namesATcpPortThatIsTaken() throws IOException {
    try (ServerSocket somebody = new ServerSocket(0)) {
      String http = Ports.problem(somebody.getLocalPort(), "--port").orElseThrow();
      String begin = "The TCP port %d (--port) cannot be opened:";
      assertTrue(http.startsWith(begin.formatted(somebody.getLocalPort())), http);
    }
    assertEquals(Optional.empty(), Ports.problem(0, "--port"));
  }

  private Map<String, String> check() {
    return Precheck.check(name -> Optional.ofNullable(properties.getProperty(name)));
  }

  @Test
  void tellsOfEverythingThatItLooksAt() {
    assertEquals(
        Map.of(
            "settings",
            "",
            "data directory " + directory.toAbsolutePath(),
            "",
            "media at UDP port 0",
            ""),
        check());

    properties.setProperty("plenum.rooms.max", "many");
    assertEquals(List.of("settings"), List.copyOf(check().keySet()));
    assertTrue(check().get("settings").contains("plenum.rooms.max"));
  }

  @Test
  void tellsWhetherSrsAnswers() throws IOException {
    HttpServer srs = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
    srs.createContext("/api/v1/versions", exchange -> answer(exchange, 401));
    srs.start();
    String node = "http://127.0.0.1:" + srs.getAddress().getPort();
    properties.setProperty("plenum.media.nodes", node);
    properties.setProperty("plenum.media.srs.hook-secret", "0123456789".repeat(4));

    assertEquals("", check().get("SRS at " + node));

    srs.removeContext("/api/v1/versions");
    srs.createContext("/", exchange -> answer(exchange, "<h1>Welcome</h1>"));
    String page = check().get("SRS at " + node);
    assertTrue(page.contains("is no API of SRS: it says no version of SRS. SRS has it"), page);

    srs.createContext(
        "/api/v1/versions",
        exchange -> answer(exchange, "{\"code\":0,\"data\":{\"major\":6,\"minor\":0}}"));
    assertEquals("", check().get("SRS at " + node));

    srs.removeContext("/api/v1/versions");
    srs.removeContext("/");
    String other = check().get("SRS at " + node);
    assertTrue(other.startsWith("What answers at " + node + " (plenum.media.nodes)"), other);

    srs.stop(0);
    String problem = check().get("SRS at " + node);
    assertTrue(problem.startsWith("The SRS at " + node + " (plenum.media.nodes) does not answer"));
  }

  private static void answer(HttpExchange exchange, String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(200, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  private static void answer(HttpExchange exchange, int status) throws IOException {
    exchange.sendResponseHeaders(status, -1);
    exchange.close();
  }

  @Test
  void tellsThatTheDatabaseDoesNotAnswerOrIsNone() throws IOException {
    String name = "database (plenum.store.url)";
    assertFalse(check().containsKey(name));
    String address;
    try (ServerSocket nobody = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      address = "127.0.0.1:" + nobody.getLocalPort();
      properties.setProperty("plenum.store.url", "jdbc:postgresql://%s/plenum".formatted(address));
    }
    String away = check().get(name);
    assertTrue(away.startsWith("The database (setting plenum.store.url) cannot be used: "), away);
    assertTrue(away.contains(address), away); // The rest is translated.

    properties.setProperty("plenum.store.url", "jdbc:postgresql://127.0.0.1:port/plenum");
    String none = check().get(name);
    assertTrue(none.startsWith("The setting plenum.store.url names no database"), none);
  }
}
