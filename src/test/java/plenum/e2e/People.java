package plenum.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.PlaywrightException;
import jakarta.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;
import plenum.testing.Browser;
import plenum.testing.Browsers;
import plenum.testing.PlenumServer;
import plenum.testing.SignalClient;

/**
 * Brings people to a journey and sends them away after it. A journey that fails leaves pictures of
 * all pages and what their consoles said in {@code target/e2e}; one in which a page threw an
 * exception fails too.
 */
final class People implements BeforeEachCallback, AfterEachCallback, TestExecutionExceptionHandler {

  private static final AtomicInteger NUMBER = new AtomicInteger();

  private final Supplier<PlenumServer> servers;
  private final List<Person> present = new ArrayList<>();
  private final List<String> rooms = new ArrayList<>();
  private Browsers browsers;
  private Optional<PlenumServer> running = Optional.empty();
  private boolean failed;

  /** People of the server that the whole test run shares. */
  People() {
    this(PlenumServer::shared);
  }

  People(Supplier<PlenumServer> servers) {
    this.servers = servers;
  }

  @Override
  public void beforeEach(ExtensionContext context) {
    failed = false;
    browsers = Browsers.running();
    running = Optional.of(servers.get());
  }

  /** A person with that name, and a number that nobody else has, on a browser like most. */
  Person named(String name) {
    return newcomer(name).arrive();
  }

  /** A person who differs from most in something. */
  Newcomer newcomer(String name) {
    return newcomerCalled(name + " " + NUMBER.incrementAndGet());
  }

  /** A person with exactly this name. */
  Newcomer newcomerCalled(String name) {
    return new Newcomer(this, name, browsers.willing(server()), server().url("/"));
  }

  Person welcome(Person person) {
    present.add(person);
    return person;
  }

  Browsers browsers() {
    return browsers;
  }

  PlenumServer server() {
    return running.orElseThrow();
  }

  /** A name for a room that no other room has. */
  String roomName(String name) {
    return name + " " + NUMBER.incrementAndGet();
  }

  /** The id of a new room, which is gone after the journey. */
  String room(String name) {
    return room(name, "group");
  }

  /** The id of a new desktop room, which nobody here owns, and which is gone after the journey. */
  String desktop(String name) {
    return room(name, "desktop");
  }

  /** Has a room that a page made be gone after the journey too. */
  String forgetLater(String room) {
    rooms.add(room);
    return room;
  }

  private String room(String name, String kind) {
    Browser host = Browser.named(server(), "Host");
    try (SignalClient signal = SignalClient.connect(server(), host)) {
      signal.await("welcome");
      var request = Json.createObjectBuilder().add("type", "create-room").add("name", name);
      signal.send(request.add("kind", kind).build().toString());
      String id = signal.await("room-created").getJsonObject("room").getString("id");
      rooms.add(id);
      return id;
    }
  }

  @Override
  public void handleTestExecutionException(ExtensionContext context, Throwable failure)
      throws Throwable {
    failed = true;
    String journey =
        fileName(context.getRequiredTestClass().getSimpleName() + "-" + title(context));
    Path folder = Path.of(System.getProperty("plenum.test.target", "target"), "e2e");
    Files.createDirectories(folder);
    for (Person person : present) {
      Path console = folder.resolve(journey + "-" + fileName(person.name()) + ".log");
      Files.writeString(console, person.console());
      try {
        person.picture(folder, journey);
      } catch (PlaywrightException gone) {
        failure.addSuppressed(gone);
      }
    }
    throw failure;
  }

  private static String title(ExtensionContext context) {
    return context.getRequiredTestMethod().getName() + "-" + context.getDisplayName();
  }

  /** What of a text can be in the name of a file. */
  static String fileName(String text) {
    String plain = text.replaceAll("[^A-Za-z0-9]+", "-");
    return plain.substring(0, Math.min(plain.length(), 80));
  }

  @Override
  public void afterEach(ExtensionContext context) {
    List<String> errors = present.stream().flatMap(person -> person.errors().stream()).toList();
    present.forEach(this::sendAway);
    present.clear();
    // There is none when it did not start, or when the test was given up before.
    if (running.filter(PlenumServer::isAlive).isPresent()) {
      deleteRooms();
    }
    assertEquals(List.of(), errors, "exceptions that no page caught");
  }

  private void sendAway(Person person) {
    try {
      if (failed || !server().isShared()) {
        person.leave();
      } else {
        person.leaveProfile();
      }
    } catch (PlaywrightException alreadyGone) {
      // Its browser was crashed on purpose.
    }
  }

  private void deleteRooms() {
    if (rooms.isEmpty()) {
      return;
    }
    try (SignalClient signal = SignalClient.connect(server(), Browser.named(server(), "Host"))) {
      signal.await("welcome");
      for (String room : rooms) {
        signal.send(
            "{\"type\":\"delete-room\",\"request\":1,\"room\":\"" + room + "\",\"force\":true}");
      }
      signal.send("{\"type\":\"ping\"}");
      signal.await("pong");
    }
    rooms.clear();
  }

  /** Deletes every room that there is. */
  void deleteAllRooms() {
    try (SignalClient signal = SignalClient.connect(server(), Browser.named(server(), "Host"))) {
      signal.await("welcome");
      signal.send("{\"type\":\"watch-lobby\"}");
      signal.await("lobby").getJsonArray("rooms").stream()
          .map(room -> room.asJsonObject().getString("id"))
          .forEach(rooms::add);
    }
    deleteRooms();
  }

  /** The folder for what a run leaves to look at. */
  static Path folder(String name) {
    try {
      return Files.createDirectories(
          Path.of(System.getProperty("plenum.test.target", "target"), name));
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
