package plenum.e2e;

import static plenum.e2e.Eventually.eventually;
import static plenum.e2e.Soon.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.SelectOption;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import plenum.testing.Chromium;
import plenum.testing.EmbeddedOnly;
import plenum.testing.FirewalledNetwork;
import plenum.testing.PlenumServer;
import plenum.testing.Waiting;

/**
 * Pictures come in the size that the link carries, the person allows and the tile shows, and are
 * sent in no other.
 */
@EmbeddedOnly("it chooses among the sizes that a camera is sent in")
class FittingPicturesIT {

  /**
   * More than a camera takes; and less than the largest picture of a test's takes beside a voice.
   */
  private static final String WIDE = "8mbit";

  private static final String NARROW = "200kbit";

  /** How many lines the picture has that comes, and 0 where none has come. */
  private static final String LINES =
      """
      async () => {
        const reports = await Promise.all(keptPeers.map((peer) => peer.getStats()));
        return reports
          .flatMap((report) => [...report.values()])
          .filter((one) => one.type === "inbound-rtp" && one.kind === "video" && one.framesPerSecond > 0)
          .reduce((most, { frameHeight = 0 }) => Math.max(most, frameHeight), 0);
      }
      """;

  /**
   * The names of the sizes that pictures are sent in, such as "hl", one after the other; a camera's
   * smallest always is.
   */
  private static final String SENT =
      """
      keptPeers
        .filter((peer) => peer.connectionState === "connected")
        .flatMap((peer) => peer.getSenders())
        .filter((sender) => sender.track?.kind === "video")
        .map((sender) => sender.getParameters().encodings.filter(({ active }) => active))
        .map((encodings) => encodings.map(({ rid }) => rid).join(""))
        .join(" ")
      """;

  /** A screen that takes all the bits that it may, whatever is shown on it. */
  private static final String SCREEN_OF_NOISE =
      """
      () => {
        const canvas = Object.assign(document.createElement("canvas"), { width: 1600, height: 900 });
        const context = canvas.getContext("2d");
        const noise = context.createImageData(1600, 90);
        let line = 0;
        setInterval(() => {
          for (let i = 0; i < noise.data.length; i += 4) {
            noise.data.fill(255 * (Math.random() > 0.5), i, i + 3);
            noise.data[i + 3] = 255;
          }
          context.putImageData(noise, 0, (line = (line + 90) % 900));
        }, 100);
        navigator.mediaDevices.getDisplayMedia = async () => canvas.captureStream(10);
      }
      """;

  private static final String TOO_NARROW_FOR_NOISE = "1mbit";

  /** A page is behind another one, or before all again. */
  private static final String SEEN =
      """
      (seen) => {
        const value = { get: () => (seen ? "visible" : "hidden"), configurable: true };
        Object.defineProperty(document, "visibilityState", value);
        Object.defineProperty(document, "hidden", { get: () => !seen, configurable: true });
        document.dispatchEvent(new Event("visibilitychange"));
      }
      """;

  /** A busy machine delays packets as a full link does, and is tried again less and less often. */
  private static final Duration LONG = Duration.ofMinutes(3);

  private static FirewalledNetwork network;
  private static PlenumServer server;
  private static Playwright playwright;
  private static Browser browser;

  @RegisterExtension final People people = new People(() -> server);

  private RoomPage adas;
  private RoomPage bobs;
  private Person ada;
  private Person bob;

  @BeforeAll
  static void open() {
    network = FirewalledNetwork.openOrSkip(FittingPicturesIT.class, Optional::empty);
    network.limit(WIDE);
    server = PlenumServer.start(Map.of());
    playwright = Chromium.playwright();
    browser = network.launch(playwright, server);
  }

  @AfterAll
  static void close() {
    if (network != null) {
      browser.close();
      playwright.close();
      server.stop();
      network.close();
    }
  }

  @BeforeEach
  void twoMeet() {
    network.limit(WIDE);
    String room = people.room(people.roomName("Fitting"));
    ada = people.newcomer("Ada").sharp().startingWith(Scripts.KEEP_PEERS).arrive();
    adas = ada.enter(room);
    bob =
        people
            .newcomer("Bob")
            .startingWith(Scripts.KEEP_PEERS)
            .at(network.site(server))
            .in(browser)
            .arrive();
    bobs = bob.enter(room);
    adas.awaitMediaFrom(bob);
    bobs.awaitMediaFrom(ada);
    awaitLines(bobs, 720, 720);
    awaitSizes("hl");
  }

  private static void awaitLines(RoomPage page, int least, int most) {
    Waiting.until(
        least + " to " + most + " lines",
        LONG,
        () -> ((Number) page.page().evaluate(LINES)).intValue(),
        lines -> lines >= least && lines <= most);
  }

  private void awaitSizes(String names) {
    eventually(
        "pictures that are sent as " + names,
        () -> String.valueOf(adas.page().evaluate(SENT)),
        names::equals);
  }

  @Test
  void aNarrowLinkGetsASmallerPictureAndAllOfItWhenItIsWide() {
    network.limit(NARROW);
    awaitLines(bobs, 90, 360);
    awaitNoLargest();
    bobs.awaitMediaFrom(ada);

    network.limit(WIDE);
    awaitLines(bobs, 720, 720);
    awaitSizes("hl");
  }

  /** Nobody is sent it, so it is not even made. */
  private void awaitNoLargest() {
    eventually(
        "a camera that is not sent in the largest size",
        () -> String.valueOf(adas.page().evaluate(SENT)),
        names -> !names.isEmpty() && !names.contains("h"));
  }

  @Test
  void whoSavesDataGetsSmallPicturesAndWhoSaysSoSoundAlone() {
    choose("#data-saver", true);
    awaitLines(bobs, 90, 360);
    choose("#data-saver", false);
    awaitLines(bobs, 720, 720);

    limit("500000");
    awaitLines(bobs, 90, 360);
    limit("0");
    awaitLines(bobs, 720, 720);

    openNetwork();
    bobs.page().locator("#sound-only").setChecked(true);
    bobs.page().getByText("Leave it on").click();
    bobs.closeDevices();
    awaitNoPicture();
    choose("#sound-only", false);
    awaitLines(bobs, 720, 720);
  }

  private void choose(String name, boolean on) {
    openNetwork();
    bobs.page().locator(name).setChecked(on);
    bobs.closeDevices();
  }

  private void limit(String bitrate) {
    openNetwork();
    bobs.page().locator("#bandwidth").selectOption(new SelectOption().setValue(bitrate));
    bobs.closeDevices();
  }

  private void openNetwork() {
    bobs.openDevices();
    if (bobs.page().locator("#network").getAttribute("open") == null) {
      bobs.page().locator("#network summary").click();
    }
    assertThat(bobs.page().locator("#bandwidth")).isVisible();
  }

  private void awaitNoPicture() {
    eventually(
        "no more pictures",
        () -> {
          double before = frames();
          bobs.awaitSoundFrom(ada);
          return frames() - before;
        },
        more -> more == 0);
  }

  private double frames() {
    return bobs.stats().from(ada).orElseThrow().framesDecoded();
  }

  @Test
  void aPageBehindAnotherGetsSoundAlone() {
    Page page = bobs.page();
    page.evaluate(SEEN, false);
    awaitNoPicture();
    page.evaluate(SEEN, true);
    awaitLines(bobs, 720, 720);
    bobs.awaitMediaFrom(ada);
  }

  @Test
  void aScreenIsHalfAsLargeWhereTheLinkIsNarrowAndWholeWhereItIsWide() {
    adas.page().evaluate(SCREEN_OF_NOISE);
    adas.shareScreen();
    bobs.awaitScreenOf(ada);
    awaitScreenLines(900);
    awaitWholeScreenAlone();

    network.limit(TOO_NARROW_FOR_NOISE);
    awaitScreenLines(450);
    bobs.awaitScreenOf(ada);

    network.limit(WIDE);
    awaitScreenLines(900);
    awaitWholeScreenAlone();
  }

  /** Half of it is not made for nothing. */
  private void awaitWholeScreenAlone() {
    eventually(
        "a screen that is sent in one size, after the camera",
        () -> String.valueOf(adas.page().evaluate(SENT)),
        names -> names.endsWith(" h"));
  }

  private void awaitScreenLines(int lines) {
    Waiting.until(
        "a screen of so many lines",
        LONG,
        () -> bobs.screens().locator("video").evaluate("(video) => video.videoHeight"),
        Integer.valueOf(lines)::equals);
  }
}
