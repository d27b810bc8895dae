package plenum.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static plenum.e2e.Eventually.eventually;
import static plenum.e2e.Soon.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import plenum.testing.Browser;
import plenum.testing.EmbeddedOnly;
import plenum.testing.PlenumServer;
import plenum.testing.PreviousJar;

/** The previous {@code plenum.jar}, and then this build's, on the same ports and data. */
@EmbeddedOnly("It is about Plenum's own process; DisturbancesIT restarts it beside SRS.")
class UpgradeIT {

  private static final Path PRESENT =
      Path.of(System.getProperty("plenum.test.target", "target"), "plenum.jar");

  private static final Pattern PAGES = Pattern.compile("\"pages\":\"([^\"]+)\"");

  private final PlenumServer server = PlenumServer.prepare(Map.of());

  @RegisterExtension final People people = new People(() -> server);

  @TempDir Path folder;

  @AfterEach
  void end() {
    if (server.isAlive()) {
      server.stop();
    }
  }

  private void start(Path jar) {
    server.startedBy(jar).launch();
    server.awaitReady();
  }

  /** Which files the server makes pages of. */
  private String pages() {
    Matcher pages = PAGES.matcher(new Browser(server).get("/api/settings").body());
    assertTrue(pages.find(), "the server tells");
    return pages.group(1);
  }

  /** Which files a page is made of. */
  private static String madeOf(Page page) {
    return String.valueOf(
        page.evaluate("document.documentElement.innerHTML.match(/resources.~(\\w+)/)?.[1]"));
  }

  private static void awaitMadeOf(String pages, Page page) {
    eventually("a page of " + pages, () -> madeOf(page), pages::equals);
  }

  /** Counts how often the pages of somebody are told that the server restarts. */
  private static void count(AtomicInteger restarts, Person person) {
    person
        .context()
        .onPage(
            page ->
                page.onWebSocket(
                    socket ->
                        socket.onFrameReceived(
                            frame -> {
                              if (frame.text().equals("{\"type\":\"restarting\"}")) {
                                restarts.incrementAndGet();
                              }
                            })));
  }

  @Test
  void aMeetingGoesOnAndItsPagesAreReplacedWhenItIsOver() throws IOException {
    start(PreviousJar.of(PRESENT, folder));
    String roomName = people.roomName("Upgrade");
    String room = people.room(roomName);
    AtomicInteger restarts = new AtomicInteger();
    Person ada = people.newcomer("Ada").startingWith(Scripts.KEEP_WHAT_WAS_SEEN).arrive();
    Person bob = people.newcomer("Bob").startingWith(Scripts.KEEP_WHAT_WAS_SEEN).arrive();
    Person cleo = people.named("Cleo");
    List.of(ada, bob, cleo).forEach(person -> count(restarts, person));
    RoomPage adasPage = ada.enter(room);
    RoomPage bobsPage = bob.enter(room);
    adasPage.awaitMediaFrom(bob);
    bobsPage.awaitMediaFrom(ada);
    Page list = cleo.onRoomsPage().page();
    String oldPages = madeOf(list);

    assertEquals(143, server.stop().exit());

    for (Page page : List.of(adasPage.page(), bobsPage.page(), list)) {
      assertThat(page.locator("[data-topic=connection]")).isVisible();
    }
    assertEquals(3, restarts.get(), "pages that were told why");

    start(PRESENT);

    adasPage.awaitMediaFrom(bob);
    bobsPage.awaitMediaFrom(ada);
    String newPages = pages();
    assertNotEquals(oldPages, newPages, "the previous jar must have other pages");
    for (RoomPage page : List.of(adasPage, bobsPage)) {
      assertThat(page.tiles()).hasCount(2);
      assertThat(page.banner("connection")).hasCount(0);
      assertThat(page.banner("newer")).containsText("loaded when you leave");
      assertTrue(page.toastsSeen().contains("The server was restarted; you are back."));
      awaitMadeOf(oldPages, page.page());
    }
    awaitMadeOf(newPages, list);
    assertThat(new RoomsPage(list).headCount(roomName)).containsText("2");

    adasPage.leave();

    awaitMadeOf(newPages, adasPage.page());
    assertThat(new RoomsPage(adasPage.page()).card(roomName)).isVisible();

    bobsPage.banner("newer").getByText("Load now").click();

    awaitMadeOf(newPages, bobsPage.page());
    bobsPage.awaitSeat();
  }

  @Test
  void theWayBackIsRefusedWhereTheDataAreOfANewerFormat() throws IOException {
    Path data = server.dataDir();
    Files.writeString(data.resolve("format"), "99\n");
    Files.writeString(data.resolve("rooms.json"), "{\"version\":99,\"halls\":[]}");
    Map<String, String> before = files(data);

    server.startedBy(PRESENT).launch();
    PlenumServer.Ending ending = server.awaitEnd();

    assertEquals(78, ending.exit(), ending.output());
    String told =
        "Plenum cannot start. The file %s is of format 99, but this Plenum knows none above "
            .formatted(data.toAbsolutePath().resolve("format"));
    assertTrue(ending.output().contains(told), ending.output());
    assertTrue(ending.output().contains("restore the backup from before the upgrade"));
    assertEquals(before, files(data));
  }

  /** What is kept, and not the launcher's. */
  private static Map<String, String> files(Path data) throws IOException {
    Map<String, String> all = new TreeMap<>();
    try (var paths = Files.newDirectoryStream(data)) {
      for (Path path : paths) {
        if (Files.isRegularFile(path) && !path.endsWith("lock")) {
          all.put(path.getFileName().toString(), Files.readString(path));
        }
      }
    }
    return all;
  }
}
