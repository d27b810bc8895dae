package plenum.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import plenum.contract.ComposeFile.Service;
import plenum.testing.FreePorts;
import plenum.testing.Front;
import plenum.testing.FrontFiles;
import plenum.testing.NeedsFront;
import plenum.testing.PostgresServer;
import plenum.testing.RealSrs;
import plenum.testing.SelfSigned;
import plenum.testing.Waiting;

/**
 * What {@code deploy/compose.yaml} lists, started by hand: Plenum's jar, with PostgreSQL and an SRS
 * where there are such, and nginx.
 */
class ComposeIT {

  private static final Path JAR =
      Path.of(System.getProperty("plenum.test.target", "target"), "plenum.jar").toAbsolutePath();
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  private static final String PASSWORD = "of-the-tests-only";

  @TempDir private static Path folder;

  private static final Dockerfile DOCKERFILE = Dockerfile.read();
  private static final Map<String, Integer> PORTS =
      Map.of(
          "8090", FreePorts.tcp(),
          "1985", FreePorts.tcp(),
          "8080", FreePorts.tcp(),
          "1935", FreePorts.tcp(),
          "5432", FreePorts.tcp(),
          "8000", FreePorts.udp());

  private static ByHand byHand;
  private static ComposeFile compose;
  private static Process plenum;
  private static PostgresServer database;

  @BeforeAll
  static void start() throws IOException {
    if (!Files.exists(JAR)) {
      System.out.println("Skipped: what compose.yaml lists, because there is no " + JAR + ".");
    }
    assumeTrue(Files.exists(JAR), "no plenum.jar");
    Map<String, String> variables = environment();
    compose = ComposeFile.read(variables);
    byHand = new ByHand(folder, PORTS, files());
    if (RealSrs.isGiven()) {
      byHand.start(service("srs"), List.of(), Map.of());
    }
    if (PostgresServer.missing().isEmpty()) {
      database = database(service("postgres"));
    }
    plenum = byHand.start(service("plenum"), DOCKERFILE.words("ENTRYPOINT"), variables);
  }

  @AfterAll
  static void stop() {
    if (byHand != null) {
      byHand.close();
    }
    if (database != null) {
      database.close();
    }
  }

  /** What its image makes of these variables at its first start. */
  private static PostgresServer database(Service service) {
    Map<String, String> told = service.environment();
    List<String> words = service.command();
    assertEquals("postgres", words.get(0));
    PostgresServer made =
        new PostgresServer(
            PORTS.get("5432"),
            told.get("POSTGRES_USER"),
            told.get("POSTGRES_PASSWORD"),
            words.subList(1, words.size()));
    made.database(told.get("POSTGRES_DB"), "");
    return made;
  }

  private static Service service(String name) {
    return compose.services().get(name);
  }

  /** A copy of the example, in which nothing is a comment but what belongs to an SRS. */
  private static Map<String, String> environment() {
    Map<String, String> all = new HashMap<>(ContainerSettings.wholeExample());
    all.put("PLENUM_MEDIA_SRS_HOOK_SECRET", "of-the-tests-only-".repeat(2));
    all.put("PLENUM_MEDIA_SRS_PASSWORD", PASSWORD);
    all.put("CANDIDATE", "127.0.0.1");
    if (!RealSrs.isGiven()) {
      all.keySet().removeIf(name -> name.startsWith("PLENUM_MEDIA_SRS_"));
      all.keySet().removeAll(List.of("PLENUM_MEDIA_NODES", "PLENUM_MEDIA_HTTP_ADDRESS"));
    }
    all.put("PLENUM_STORE_PASSWORD", PASSWORD);
    if (PostgresServer.missing().isPresent()) {
      all.keySet().removeIf(name -> name.startsWith("PLENUM_STORE_"));
    }
    DOCKERFILE.variables().map(line -> line.split("=")).forEach(set -> all.put(set[0], set[1]));
    // The ports that no file names.
    all.put("PLENUM_MEDIA_PORT", "8000");
    all.put("PLENUM_MEDIA_SRS_HTTP", "http://{host}:8080");
    return all;
  }

  /** Where what the images contain is here. */
  private static Map<String, String> files() {
    return Map.of(
        "/opt/java/bin/java", Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "/opt/plenum/plenum.jar", JAR.toString(),
        "./objs/srs", System.getProperty("srs.binary", ""));
  }

  private static int port() {
    return PORTS.get("8090");
  }

  /** Docker's own question. */
  private static int health() {
    List<String> words = DOCKERFILE.words("HEALTHCHECK");
    List<String> command = words.stream().map(byHand::withPorts).toList();
    try {
      return new ProcessBuilder(command).start().waitFor();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static void awaitHealth() {
    Waiting.until(
        "a healthy Plenum",
        PATIENCE,
        ComposeIT::health,
        status -> status == 0 || !plenum.isAlive());
    assertTrue(plenum.isAlive(), byHand.output(service("plenum")));
  }

  private static HttpResponse<String> get(HttpClient client, String address) throws Exception {
    return client.send(
        HttpRequest.newBuilder(URI.create(address)).build(), HttpResponse.BodyHandlers.ofString());
  }

  @Test
  void plenumIsHealthyAndAnswers() throws Exception {
    awaitHealth();
    var page = get(HttpClient.newHttpClient(), "http://localhost:" + port() + "/");
    assertEquals(200, page.statusCode(), byHand.output(service("plenum")));
    assertTrue(page.body().contains("device-page"), page.body());
    assertTrue(Files.exists(folder.resolve("data/secret")), "it writes into its volume");
    var settings = get(HttpClient.newHttpClient(), "http://localhost:" + port() + "/api/settings");
    String media = RealSrs.isGiven() ? "srs" : "embedded";
    assertTrue(settings.body().contains("\"media\":\"" + media + "\""), settings.body());
  }

  @Test
  void whatIsKeptIsInTheDatabase() throws Exception {
    assumeTrue(PostgresServer.missing().isEmpty(), () -> PostgresServer.missing().orElseThrow());
    awaitHealth();
    assertFalse(Files.exists(folder.resolve("data/plenum.mv.db")));
    Map<String, String> told = environment();
    String url = byHand.withPorts(told.get("PLENUM_STORE_URL"));
    String user = told.get("PLENUM_STORE_USERNAME");
    try (var connection = DriverManager.getConnection(url, user, PASSWORD);
        var rooms = connection.createStatement().executeQuery("select count(*) from room")) {
      assertTrue(rooms.next(), "there is the table");
    }
  }

  @Test
  @NeedsFront("nginx")
  void nginxHandsPagesOn() throws Exception {
    awaitHealth();
    Path conf = service("nginx").mounts().get("/etc/nginx/nginx.conf").file();
    assertEquals(Path.of("deploy", "nginx.conf"), conf);
    SelfSigned own = SelfSigned.in(folder);
    int api = PORTS.get("1985");
    int http = PORTS.get("8080");
    try (Front nginx = FrontFiles.nginx(own, FreePorts.tcp(), port(), api, http)) {
      HttpClient client = HttpClient.newBuilder().sslContext(own.context()).build();
      var page = get(client, nginx.url() + "/");
      assertEquals(200, page.statusCode());
      String cookie = page.headers().firstValue("Set-Cookie").orElse("");
      assertTrue(cookie.endsWith("; Secure"), cookie);
    }
  }
}
