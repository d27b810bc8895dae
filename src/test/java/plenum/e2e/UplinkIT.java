package plenum.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static plenum.e2e.Eventually.eventually;
import static plenum.e2e.Soon.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import plenum.testing.EmbeddedOnly;
import plenum.testing.PlenumServer;

/** The site's line carries the sound of those who meet, and hardly anything else. */
@EmbeddedOnly("only the engine knows what it may send")
class UplinkIT {

  /** Bits that all connections of a page have received so far, with the heads of IP and UDP. */
  private static final String RECEIVED =
      """
      async () => {
        const all = await Promise.all(keptPeers.map((peer) => peer.getStats()));
        return all.flatMap((report) => [...report.values()])
          .filter(({ type }) => type === "transport")
          .reduce((sum, { bytesReceived, packetsReceived }) => sum + 8 * (bytesReceived + 28 * packetsReceived), 0);
      }
      """;

  private static PlenumServer server;

  @RegisterExtension final People people = new People(() -> server);

  @BeforeAll
  static void start() {
    server =
        PlenumServer.start(
            Map.of(
                "plenum.identity.mode", "local",
                "plenum.identity.guests", "true"));
  }

  @AfterAll
  static void stop() {
    server.stop();
  }

  private Person somebody(String name) {
    return people.newcomer(name).startingWith(Scripts.KEEP_PEERS).arrive();
  }

  private static double received(RoomPage page) {
    return ((Number) page.page().evaluate(RECEIVED)).doubleValue();
  }

  private static void uplink(Page administrator, String value) {
    AdministratorSteps.set(administrator, "plenum.media.uplink", value);
  }

  @Test
  void soundComesWhateverTheLineCarriesAndTilesSayWhyThereIsNoPicture() {
    Page administrator = AdministratorSteps.arrive(people, server);
    String room = people.room(people.roomName("Narrow"));
    Person ada = somebody("Ada");
    Person bob = somebody("Bob");
    RoomPage adas = ada.enter(room);
    RoomPage bobs = bob.enter(room);
    adas.awaitMediaFrom(bob);
    bobs.awaitMediaFrom(ada);

    uplink(administrator, "130k");
    for (RoomPage page : List.of(adas, bobs)) {
      assertThat(page.banner("only-sound"))
          .containsText("Only sound: the line of your site is full.");
    }
    assertThat(adas.tileOf(bob)).hasAttribute("data-short", "none");
    assertThat(adas.tileOf(bob).locator(".tile__status"))
        .hasText("No picture: the line of the site is full");
    assertThat(adas.tileOf(bob).locator(".bars")).hasAttribute("data-level", "poor");
    look("uplink", adas.page());
    theWordsOfTheBarsCanBeReachedAndPutAway(adas, bob);
    double frames = adas.stats().from(bob).orElseThrow().framesDecoded();
    adas.awaitSoundFrom(bob);
    bobs.awaitSoundFrom(ada);
    assertEquals(frames, adas.stats().from(bob).orElseThrow().framesDecoded());

    uplink(administrator, "300k");
    staysWithin(300_000, adas, bobs);

    uplink(administrator, "20M");
    adas.awaitMediaFrom(bob);
    assertThat(adas.tileOf(bob)).hasAttribute("data-short", "");
    assertThat(adas.banner("only-sound")).hasCount(0);
  }

  /** WCAG 2.2, 1.4.13. */
  private static void theWordsOfTheBarsCanBeReachedAndPutAway(RoomPage page, Person other) {
    Locator words = page.tileOf(other).locator(".tile__tip");
    assertThat(words).isHidden();
    page.tileOf(other).locator(".bars").hover();
    assertThat(words).isVisible();
    words.hover();
    assertThat(words).isVisible();
    page.page().keyboard().press("Escape");
    assertThat(words).isHidden();
    page.page().mouse().move(0, 0);
    page.tileOf(other).locator(".bars").hover();
    assertThat(words).isVisible();
    page.page().mouse().move(0, 0);
  }

  private static void look(String name, Page page) {
    ScreenshotsIT.picture(name, page);
    page.setViewportSize(1280, 800);
  }

  /** For ten seconds, as the browsers count it. */
  private static void staysWithin(double limit, RoomPage... pages) {
    long since = System.nanoTime();
    double before = Stream.of(pages).mapToDouble(UplinkIT::received).sum();
    eventually("ten seconds", () -> System.nanoTime() - since, nanos -> nanos > 10_000_000_000L);
    double bits = Stream.of(pages).mapToDouble(UplinkIT::received).sum() - before;
    double each = bits / ((System.nanoTime() - since) / 1e9);
    assertTrue(each <= limit && each > limit / 4, each + " bit/s of " + limit);
  }
}
