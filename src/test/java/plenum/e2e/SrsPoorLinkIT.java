package plenum.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static plenum.e2e.Eventually.eventually;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Playwright;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import plenum.testing.Chromium;
import plenum.testing.FirewalledNetwork;
import plenum.testing.NeedsSrs;
import plenum.testing.SrsSite;

/**
 * Somebody's link carries less than SRS sends there, and drops the rest; SRS is given by {@code
 * -Dsrs.binary}.
 */
@NeedsSrs
class SrsPoorLinkIT {

  private static final String WIDE = "100mbit";

  /** In kbit/s: the most that a camera of 720 lines may take. */
  private static final Integer USUAL = 1500;

  /** In kbit/s: with less no picture is sent. */
  private static final int LEAST = 100;

  /** A camera of which every frame is another, and none much larger than the next. */
  private static final String RESTLESS_CAMERA =
      """
      const fakeDevices = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
      navigator.mediaDevices.getUserMedia = async (wanted) => {
        const stream = wanted.audio ? await fakeDevices({ audio: wanted.audio }) : new MediaStream();
        if (wanted.video) {
          const canvas = Object.assign(document.createElement("canvas"), { width: 640, height: 360 });
          const context = canvas.getContext("2d");
          const paint = () => {
            context.fillStyle = "#345";
            context.fillRect(0, 0, 640, 360);
            for (let spot = 0; spot < 100; spot += 1) {
              context.fillStyle = `hsl(${360 * Math.random()} 60% 50%)`;
              context.fillRect(640 * Math.random(), 360 * Math.random(), 20, 20);
            }
          };
          paint();
          setInterval(paint, 66);
          canvas.captureStream(15).getVideoTracks().forEach((track) => stream.addTrack(track));
        }
        return stream;
      };
      """;

  private static FirewalledNetwork network;
  private static SrsSite site;
  private static Playwright playwright;
  private static Browser browser;

  @RegisterExtension private final People people = new People(() -> site.server());

  /** The network before the server, which then has an address there. */
  @BeforeAll
  static void open() {
    network = FirewalledNetwork.openOrSkip(SrsPoorLinkIT.class, Optional::empty);
    site = SrsSite.startAt(network.server());
    playwright = Chromium.playwright();
    browser = network.launch(playwright, site.server());
  }

  @AfterAll
  static void close() {
    if (network != null) {
      browser.close();
      playwright.close();
      site.close();
      network.close();
    }
  }

  @AfterEach
  void widen() {
    network.limit(WIDE);
  }

  private Person sharp(String name) {
    return people
        .newcomer(name)
        .sharp()
        .startingWith(Scripts.KEEP_PEERS)
        .startingWith(RESTLESS_CAMERA)
        .arrive();
  }

  private Person farAway(String name) {
    return people.newcomer(name).at(network.site(site.server())).in(browser).arrive();
  }

  /** What the page lets its large camera's picture take at most, in kbit/s. */
  private static int mostSent(RoomPage page) {
    Object most =
        page.page()
            .evaluate(
                """
                () => Math.max(...keptPeers
                  .filter((peer) => peer.connectionState === "connected")
                  .flatMap((peer) => peer.getSenders())
                  .flatMap((sender) => sender.getParameters().encodings ?? [])
                  .map(({ maxBitrate = 0 }) => Math.round(maxBitrate / 1000)))
                """);
    return ((Number) most).intValue();
  }

  /** What of somebody's camera is played: {@code camera}, {@code camera-small} or {@code sound}. */
  private static String playedOf(RoomPage page, Person person) {
    Object played =
        page.page()
            .evaluate(
                """
                async (name) => (await plenumStats()).received.find((one) => one.name === name)?.playing ?? ""
                """,
                person.name());
    return (String) played;
  }

  @Test
  void theOnlyOtherOneSendsLessWhileItArrivesBadly() {
    String room = people.room(people.roomName("Narrow for two"));
    Person ada = sharp("Ada");
    Person bob = farAway("Bob");
    RoomPage adasPage = ada.enter(room);
    RoomPage bobsPage = bob.enter(room);
    adasPage.awaitMediaFrom(bob);
    bobsPage.awaitMediaFrom(ada);
    int usual = eventually("all that may be sent", () -> mostSent(adasPage), USUAL::equals);

    long began = System.nanoTime();
    network.limit("500kbit");
    int less = eventually("less is sent", () -> mostSent(adasPage), most -> most < usual);
    say("%d instead of %d kbit/s", began, less, usual);
    assertTrue(less >= LEAST, "never to nothing");
    bobsPage.awaitMediaFrom(ada);

    network.limit(WIDE);
    long wide = System.nanoTime();
    eventually("all of it is sent again", () -> mostSent(adasPage), USUAL::equals);
    say("all of %d kbit/s again", wide, usual);
    bobsPage.awaitMediaFrom(ada);
  }

  @Test
  void oneOfSeveralPlaysTheSmallStreamAndThenSoundAloneAndNobodyElseSeesLess() {
    String room = people.room(people.roomName("Narrow for one"));
    Person ada = sharp("Ada");
    Person cleo = people.newcomer("Cleo").choosing("camera", "none").arrive();
    Person bob = farAway("Bob");
    RoomPage adasPage = ada.enter(room);
    RoomPage cleosPage = cleo.enter(room);
    RoomPage bobsPage = bob.enter(room);
    bobsPage.awaitMediaFrom(ada);
    cleosPage.awaitMediaFrom(ada, bob);
    int usual = eventually("all that may be sent", () -> mostSent(adasPage), USUAL::equals);
    awaitPlayed(bobsPage, ada, "camera");

    network.limit("500kbit");
    awaitPlayed(bobsPage, ada, "camera-small");
    bobsPage.awaitMediaFrom(ada);
    assertEquals("camera", playedOf(cleosPage, ada), "others see the large picture");

    network.limit("150kbit");
    awaitPlayed(bobsPage, ada, "sound");
    eventually(
        "a sentence instead of a picture",
        () -> bobsPage.tileOf(ada).innerText(),
        words -> words.contains("No picture: your connection is too slow"));
    bobsPage.awaitSoundFrom(ada);
    assertEquals(usual, mostSent(adasPage), "one of two suffered");

    network.limit(WIDE);
    awaitPlayed(bobsPage, ada, "camera-small");
    bobsPage.awaitMediaFrom(ada);
  }

  private static void awaitPlayed(RoomPage page, Person person, String what) {
    long began = System.nanoTime();
    eventually(what + " played", () -> playedOf(page, person), what::equals);
    say("%s played", began, what);
  }

  private static void say(String what, long began, Object... figures) {
    double seconds = (System.nanoTime() - began) / 1e9;
    System.out.printf("After %.1f s: %s.%n", seconds, what.formatted(figures));
  }
}
