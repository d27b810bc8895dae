package plenum.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static plenum.e2e.Eventually.eventually;
import static plenum.e2e.Soon.assertThat;

import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import plenum.testing.PlenumServer;

/** What the profile "small" says reaches Java, and the browsers' encoders. */
class SmallProfileIT {

  /** What a sender of the page may send, and has sent so far. */
  private static final String SENT =
      """
      async ({ kind, screen }) => {
        const senders = keptPeers.flatMap((peer) => peer.getSenders());
        const live = senders.filter(({ track }) => track?.kind === kind && track.readyState === "live");
        const sender = live.find(({ track }) => Boolean(track.getSettings().displaySurface) === screen);
        const { encodings } = sender.getParameters();
        const stats = [...(await sender.getStats()).values()];
        const { bytesSent, headerBytesSent, packetsSent, framesSent, frameHeight, timestamp } =
          stats.find(({ type }) => type === "outbound-rtp");
        return { bytesSent, headerBytesSent, packetsSent, framesSent: framesSent ?? 0,
          frameHeight: frameHeight ?? 0, timestamp,
          maxBitrate: encodings[0]?.maxBitrate ?? 0, maxFramerate: encodings[0]?.maxFramerate ?? 0 };
      }
      """;

  private static PlenumServer server;

  @RegisterExtension final People people = new People(() -> server);

  /** By plenum.jar, which hands Java's options on. */
  @BeforeAll
  static void start() {
    server = PlenumServer.prepare(Map.of("plenum.profile", "small")).checkedBefore();
    server.launch();
    server.awaitReady();
  }

  @AfterAll
  static void stop() {
    server.stop();
  }

  private record Sent(Map<?, ?> values) {

    static Sent of(Page page, String kind, boolean screen) {
      return new Sent((Map<?, ?>) page.evaluate(SENT, Map.of("kind", kind, "screen", screen)));
    }

    double number(String name) {
      return ((Number) values.get(name)).doubleValue();
    }

    /** A second, since an earlier one. */
    double rate(Sent before, String name) {
      return (number(name) - before.number(name))
          * 1000
          / (number("timestamp") - before.number("timestamp"));
    }
  }

  private Person somebody(String name) {
    return people.newcomer(name).startingWith(Scripts.KEEP_PEERS).sharp().arrive();
  }

  @Test
  void givesJavaItsHeap() {
    List<String> arguments =
        ProcessHandle.of(server.pid())
            .orElseThrow()
            .children()
            .flatMap(java -> java.info().arguments().stream().flatMap(Stream::of))
            .toList();

    assertTrue(arguments.contains("-Xmx192m"), arguments.toString());
  }

  @Test
  void keepsCamerasAndMicrophonesWithinTheirLimits() {
    String room = people.room(people.roomName("Small"));
    RoomPage ada = somebody("Ada").enter(room);
    Person bob = somebody("Bob");
    bob.enter(room);
    ada.awaitMediaFrom(bob);
    Sent picture = Sent.of(ada.page(), "video", false);
    Sent sound = Sent.of(ada.page(), "audio", false);

    Sent later =
        eventually(
            "ten seconds of pictures",
            () -> Sent.of(ada.page(), "video", false),
            now -> now.number("timestamp") - picture.number("timestamp") > 10_000);
    Sent laterSound = Sent.of(ada.page(), "audio", false);

    assertEquals(40_000, later.number("maxBitrate"));
    assertEquals(10, later.number("maxFramerate"));
    assertEquals(180, later.number("frameHeight"));
    assertTrue(later.rate(picture, "bytesSent") * 8 < 48_000, picture + " " + later);
    assertTrue(later.rate(picture, "framesSent") < 11, picture + " " + later);
    // The fake microphone is silent for most of the time.
    assertTrue(laterSound.rate(sound, "bytesSent") * 8 < 26_000, sound + " " + laterSound);
    assertTrue(laterSound.rate(sound, "packetsSent") < 18, sound + " " + laterSound);
  }

  @Test
  void hardlySendsSilence() {
    RoomPage page = somebody("Ada").enter(people.room(people.roomName("Small")));
    eventually("sound", () -> page.stats().sent().bytesSent(), sent -> sent > 0);
    page.toggleMicrophone();
    Sent before = Sent.of(page.page(), "audio", false);

    Sent later =
        eventually(
            "five seconds of silence",
            () -> Sent.of(page.page(), "audio", false),
            now -> now.number("timestamp") - before.number("timestamp") > 5_000);

    assertTrue(later.rate(before, "packetsSent") < 10, before + " " + later);
  }

  @Test
  void keepsScreensWithinTheirs() {
    String room = people.room(people.roomName("Small"));
    RoomPage ada = somebody("Ada").enter(room);
    Person bob = somebody("Bob");
    RoomPage bobsPage = bob.enter(room);
    bobsPage.shareScreen();
    ada.awaitScreenOf(bob);

    Sent screen = Sent.of(bobsPage.page(), "video", true);
    assertEquals(200_000, screen.number("maxBitrate"));
    assertEquals(5, screen.number("maxFramerate"));
  }

  @Test
  void offersNoFinerPictureThanThat() {
    RoomPage page = somebody("Ada").enter(people.room(people.roomName("Small")));
    page.openDevices();

    assertThat(page.page().locator("#resolution option")).hasCount(1);
    assertThat(page.page().locator("#resolution")).hasValue("180");
  }
}
