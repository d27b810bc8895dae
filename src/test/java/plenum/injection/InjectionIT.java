package plenum.injection;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import plenum.injection.InjectionSite.Room;
import plenum.testing.PostgresServer;
import plenum.testing.SignalClient;

/**
 * SQL, mark-up, expressions, headers and paths in every field that a client can fill: they stay
 * text, or are refused. Rooms and records are in PostgreSQL, if there is one.
 */
class InjectionIT {

  private static InjectionSite site;

  @BeforeAll
  static void start() {
    site =
        new InjectionSite(
            PostgresServer.missing().isPresent()
                ? Map.of()
                : Map.of(
                    "plenum.store.url", PostgresServer.shared().freshDatabase(),
                    "plenum.store.username", PostgresServer.USER,
                    "plenum.store.password", PostgresServer.PASSWORD));
  }

  @AfterAll
  static void stop() {
    site.server.stop();
  }

  /** What a door reads by itself stands in a list, which somebody has to go on with. */
  @Test
  void walksEveryDoorAndHeader() {
    Set<String> raw = new TreeSet<>();
    RestDoors.all().stream().filter(RestDoors.Door::raw).forEach(door -> raw.add(door.name()));
    raw.removeAll(RestWalk.WITHOUT_FIELDS);
    assertEquals(raw, RestWalk.rawFields().keySet());
    assertEquals(Set.of(), HeaderWalk.unknown());
  }

  @Test
  void staysText() {
    site.walk(
        room -> {
          int headers = new HeaderWalk(site.server, site.answers).walk();
          int offers = 0;
          try (SignalClient fresh = SignalClient.connect(site.server, site.admin)) {
            fresh.await("welcome");
            Runnable seat = new Room(room.id(), room.marked(), fresh)::sit;
            offers = new OfferWalk(site.server, fresh, site.answers).walk(seat);
          }
          System.out.printf("[injection] %d headers, %d offers%n", headers, offers);
          look(room);
        });
    assertEquals("", String.join("\n", site.answers.wrong()));
  }

  private static void look(Room room) {
    List<String> pages = new ArrayList<>(List.of("/rooms", "/people", "/room?id=" + room.id()));
    List.of("audit", "tests", "problems", "tokens", "webhooks", "meetings")
        .forEach(page -> pages.add("/admin/" + page));
    List<String> showing = List.of("/admin/accounts", "/admin/person?id=" + room.marked());
    PageLook.at(site.server, site.admin, pages, showing, site.answers);
  }
}
