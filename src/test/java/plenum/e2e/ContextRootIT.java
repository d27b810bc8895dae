package plenum.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import plenum.testing.PlenumServer;
import plenum.testing.Waiting;

/** A server that has Plenum below a path by itself, as one with other applications may. */
class ContextRootIT {

  private static final String PATH = "/plenum";
  private static final Duration START = Duration.ofMinutes(3);

  private static PlenumServer server;

  @RegisterExtension final People people = new People(() -> server);

  @BeforeAll
  static void start() {
    server = PlenumServer.prepare(Map.of("plenum.http.context-path", PATH)).deployedAt(PATH);
    server.launch();
    Waiting.until("pages", START, ContextRootIT::status, status -> status == 200);
  }

  @AfterAll
  static void stop() {
    server.stop();
  }

  private static int status() {
    HttpRequest request = HttpRequest.newBuilder(server.url(PATH + "/rooms")).build();
    try {
      return HttpClient.newHttpClient()
          .send(request, HttpResponse.BodyHandlers.discarding())
          .statusCode();
    } catch (IOException notYet) {
      return 0;
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    }
  }

  @Test
  void twoPeopleMeetThere() {
    URI site = server.url(PATH);
    Person ada = people.newcomer("Ada").at(site).arrive();
    Person bob = people.newcomer("Bob").at(site).arrive();
    String room = people.roomName("Meeting");
    RoomsPage adas = ada.onRoomsPage();
    adas.create(room);
    RoomPage adasRoom = adas.join(room);
    RoomPage bobsRoom = bob.onRoomsPage().join(room);

    adasRoom.awaitMediaFrom(bob);
    bobsRoom.awaitMediaFrom(ada);
    bobsRoom.leave();
  }

  @Test
  void endsTheStartWhereTheSettingSaysOtherwiseAndLeavesNothing(@TempDir Path temporary)
      throws IOException {
    PlenumServer other =
        PlenumServer.prepare(Map.of("java.io.tmpdir", temporary.toString())).deployedAt(PATH);
    other.launch();
    PlenumServer.Ending ending = other.awaitEnd();
    assertEquals(78, ending.exit(), ending.output());
    assertTrue(ending.output().contains("plenum.http.context-path=" + PATH), ending.output());
    assertFalse(ending.output().contains("\tat "), ending.output());
    try (Stream<Path> left = Files.list(temporary)) {
      assertEquals(List.of(), left.toList());
    }
  }
}
