package plenum.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static plenum.e2e.Eventually.eventually;

import com.microsoft.playwright.Page;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What arrives of a shared tab: its letters can be read, its sound can be heard. */
class DesktopPictureIT {

  /** Of a thousand letters, one may be misread while the picture is still becoming sharp. */
  private static final double LEGIBLE = 0.999;

  private static final String PICTURE =
      """
      (video) => {
        const canvas = document.createElement("canvas");
        canvas.width = video.videoWidth;
        canvas.height = video.videoHeight;
        canvas.getContext("2d").drawImage(video, 0, 0);
        return canvas.toDataURL("image/png");
      }
      """;

  /** A tone that goes on; tests that call a page's script count as its visitor's gesture. */
  private static final String TONE =
      """
      () => {
        const sound = new AudioContext();
        const tone = new OscillatorNode(sound, { frequency: 440 });
        tone.connect(new GainNode(sound, { gain: 0.2 })).connect(sound.destination);
        tone.start();
      }
      """;

  @RegisterExtension final People people = new People();

  @Test
  void aPageOfTenPointTextIsReadFromTheViewersPicture() {
    String room = people.desktop(people.roomName("Text"));
    Person ada = people.newcomer("Ada").sharingTabs().choosing("camera", "none").arrive();
    TextPage text = new TextPage(10);
    Page tab = ada.showTab(text.markup());
    byte[] original = tab.screenshot();
    text.learn(original);
    assertEquals(1, text.read(original).right(), "the reader knows its letters");
    DesktopPage adas = ada.enterDesktop(room);
    DesktopPage bobs = people.newcomer("Bob").withoutDevices().arrive().enterDesktop(room);

    adas.share();
    bobs.awaitScreenOf(ada);
    long began = System.nanoTime();
    bobs.awaitPictureSize("1920x1080");
    TextPage.Reading reading =
        eventually(
            "legible letters", () -> text.read(pictureOf(bobs)), one -> one.right() >= LEGIBLE);

    System.out.printf(
        Locale.ROOT,
        "%.1f s after the first pictures, %.2f %% of %d letters of 10 points were read right;"
            + " structural similarity %.3f.%n",
        (System.nanoTime() - began) / 1e9,
        100 * reading.right(),
        text.letters(),
        reading.similarity());
  }

  private static byte[] pictureOf(DesktopPage page) {
    String url = (String) page.video().evaluate(PICTURE);
    return Base64.getDecoder().decode(url.substring(url.indexOf(',') + 1));
  }

  @Test
  void theSoundOfATabIsHeardByTheOthersAndNotByWhoeverSharesIt() {
    String room = people.desktop(people.roomName("Sound"));
    Person ada =
        people
            .newcomer("Ada")
            .sharingTabsWithSound()
            .withoutDevices()
            .startingWith(DesktopScripts.KEEP_SOUNDS)
            .arrive();
    Page tab = ada.showTab("<h1>Listen</h1>");
    DesktopPage adas = ada.enterDesktop(room);
    Person bob = people.newcomer("Bob").withoutDevices().arrive();
    DesktopPage bobs = bob.enterDesktop(room);
    adas.share();
    bobs.awaitScreenOf(ada);

    tab.evaluate(TONE);

    double before = soundOfScreen(bobs, ada);
    eventually(
        "the tab's tone",
        () -> {
          bobs.area().click();
          return soundOfScreen(bobs, ada);
        },
        now -> now - before > 0.01);
    assertTrue(adas.stats().received().isEmpty(), "whoever shares receives nothing of it");
    assertEquals(0, adas.page().evaluate("keptSounds.filter((one) => one.srcObject).length"));
    assertTrue(bobs.button("screen-sound").isVisible());
    assertEquals(Optional.empty(), adas.stats().from(bob));
  }

  private static double soundOfScreen(DesktopPage page, Person sharer) {
    return page.stats().screenOf(sharer).map(Stats.Received::audioEnergy).orElse(0.0);
  }

  @Test
  void aWholeScreenIsSharedWithoutSoundWhereItWouldBringTheVoicesBack() {
    String room = people.desktop(people.roomName("Echo"));
    // Chromium's pattern stands for a whole screen; its sound is not said to be free of the page's.
    Person ada = people.named("Ada");
    DesktopPage adas = ada.enterDesktop(room);
    DesktopPage bobs = people.newcomer("Bob").withoutDevices().arrive().enterDesktop(room);

    adas.share();

    bobs.awaitScreenOf(ada);
    assertFalse(bobs.button("screen-sound").isVisible());
  }
}
