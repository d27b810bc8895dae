package plenum.e2e;

import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static plenum.e2e.Soon.assertThat;

import com.microsoft.playwright.Locator;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import plenum.testing.NeedsSrs;
import plenum.testing.PerClass;
import plenum.testing.SrsSite;
import plenum.testing.TimeCodedEncoder;

/** ffmpeg takes part in a meeting by RTMP, through a real SRS. */
@NeedsSrs
class RtmpDeviceIT {

  private static final int FRAMES = 250;

  /** A second, as promised, and more on a machine that is busy with tests. */
  private static final double LATE_MILLIS = 3_000;

  @RegisterExtension static final PerClass<SrsSite> SITE = PerClass.site(RtmpDeviceIT::start);

  @RegisterExtension final People people = new People(() -> SITE.get().server());

  private RoomPage page;
  private RoomDevicesDialog dialog;

  private static SrsSite start() {
    if (TimeCodedEncoder.find().isEmpty()) {
      System.out.println("Skipped: RtmpDeviceIT. There is no ffmpeg on this machine.");
    }
    Assumptions.assumeTrue(TimeCodedEncoder.find().isPresent(), "no ffmpeg");
    return SrsSite.start();
  }

  @BeforeEach
  void adaAddsACamera() {
    page = people.named("Ada").enter(people.room(people.roomName("Cameras")));
    dialog = new RoomDevicesDialog(page.page());
    dialog.open();
    dialog.add("Gate camera");
  }

  private String address() {
    return dialog.field("rtmp", "server") + "/" + dialog.field("rtmp", "key");
  }

  @Test
  void isSeenAndHeardWithinASecondAndLeavesWhenThePushStops() {
    try (TimeCodedEncoder camera = TimeCodedEncoder.rtmp(address())) {
      assertThat(dialog.row("Gate camera")).containsText("On air");
      dialog.close();
      Locator tile = page.tileOf("Gate camera");
      page.awaitPictureIn(tile);
      page.awaitMediaFrom("Gate camera");

      double[] delays = TimeCodedEncoder.delays(tile.locator("video"), FRAMES);
      double median = delays[FRAMES / 2];
      System.out.printf(
          "RTMP to the tile: %.0f ms, 95 %% below %.0f ms.%n", median, delays[FRAMES * 95 / 100]);
      assertTrue(median < LATE_MILLIS, median + " ms");

      camera.stop();
      assertThat(tile).hasCount(0);
      assertThat(page.toast("Gate camera is no longer on air")).isVisible();
    }
  }

  @Test
  void comesBackWithTheSameKey() {
    String address = address();
    dialog.close();
    for (int time = 0; time < 2; time++) {
      try (TimeCodedEncoder camera = TimeCodedEncoder.rtmp(address)) {
        page.awaitPictureIn(page.tileOf("Gate camera"));
        camera.stop();
        assertThat(page.tileOf("Gate camera")).hasCount(0);
      }
    }
  }

  @Test
  void isRefusedWithoutItsKeyAndAfterItWasRemoved() {
    String address = address();
    try (TimeCodedEncoder stranger =
        TimeCodedEncoder.rtmp(address.replaceFirst("ticket=.*", "ticket=guessed"))) {
      assertNotEquals(0, stranger.awaitEnd());
    }
    try (TimeCodedEncoder camera = TimeCodedEncoder.rtmp(address)) {
      assertThat(dialog.row("Gate camera")).containsText("On air");
      dialog.remove("Gate camera");
      assertNotEquals(0, camera.awaitEnd(), "SRS hangs up");
    }
    try (TimeCodedEncoder late = TimeCodedEncoder.rtmp(address)) {
      assertNotEquals(0, late.awaitEnd());
    }
    assertThat(page.tiles()).hasCount(1);
  }
}
