package plenum.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import plenum.testing.FreePorts;
import plenum.testing.PlenumServer;

/** What is told, and answered, before Plenum is there. */
class LaunchIT {

  /** Which class Payara's security begins with. */
  private static final String POLICY = "jakarta.security.jacc.policy.provider";

  private static final long PATIENCE = 120_000_000_000L;

  private static PlenumServer.Ending ending(Map<String, String> settings) {
    PlenumServer server = PlenumServer.prepare(settings).checkedBefore();
    server.launch();
    return server.awaitEnd();
  }

  @Test
  void endsWithOneSentenceBeforePayaraStarts() {
    PlenumServer.Ending ending = ending(Map.of("plenum.rooms.max", "many"));

    assertEquals(78, ending.exit());
    assertEquals(
        "Plenum cannot start. The setting plenum.rooms.max must be a whole number from 1 to 100000,"
            + " but it is \"many\".",
        ending.output().strip());
  }

  @Test
  void namesAPortThatIsTaken() throws IOException {
    PlenumServer server = PlenumServer.prepare(Map.of()).checkedBefore();
    try (ServerSocket somebody = new ServerSocket(server.port())) {
      server.launch();
      PlenumServer.Ending ending = server.awaitEnd();

      assertEquals(78, ending.exit());
      assertTrue(
          ending
              .output()
              .startsWith(
                  "Plenum cannot start. The TCP port %d (--port) cannot be opened"
                      .formatted(somebody.getLocalPort())),
          ending.output());
      assertEquals(1, ending.output().strip().lines().count(), ending.output());
    }
  }

  /** As Payara Micro sometimes does by itself; whoever watches the service starts it again. */
  @Test
  void endsWhereTheApplicationCannotBeDeployed() {
    PlenumServer.Ending ending = ending(Map.of(POLICY, "nobody.has.This"));

    assertEquals(70, ending.exit());
    assertTrue(
        ending.output().contains("Plenum did not start: Payara Micro could not deploy it"),
        ending.output());
  }

  /**
   * From the first answer to the real page, nobody sees anything of Payara's own; the server ends
   * with the process that started it.
   */
  @Test
  void answersWithAPageThatWaitsUntilTheRealOneIsThereAndEndsWithItsLauncher() throws Exception {
    PlenumServer server = PlenumServer.prepare(Map.of("plenum.media.port", FreePorts.udp() + ""));
    server.checkedBefore().launch();
    List<Integer> statuses = new ArrayList<>();
    try {
      long end = System.nanoTime() + PATIENCE;
      while (!statuses.contains(200) && System.nanoTime() < end && server.isAlive()) {
        page(server, statuses);
      }
      assertTrue(statuses.contains(503), statuses.toString());
      assertEquals(List.of(503, 200), statuses.stream().distinct().toList());
      assertFalse(server.output().contains("\tat "), server.output());
      ProcessHandle launcher = ProcessHandle.of(server.pid()).orElseThrow();
      ProcessHandle serving = launcher.children().findFirst().orElseThrow();

      launcher.destroyForcibly();

      serving.onExit().get(60, TimeUnit.SECONDS);
    } finally {
      server.kill();
    }
  }

  private static void page(PlenumServer server, List<Integer> statuses) throws Exception {
    try {
      HttpResponse<String> page =
          HttpClient.newHttpClient()
              .send(
                  HttpRequest.newBuilder(server.url("/rooms"))
                      .header("Accept", "text/html")
                      .build(),
                  HttpResponse.BodyHandlers.ofString());
      statuses.add(page.statusCode());
      assertTrue(page.headers().firstValue("Content-Security-Policy").isPresent(), page.body());
    } catch (IOException closedForAMoment) {
      // The port goes from one to the other.
    }
  }
}
