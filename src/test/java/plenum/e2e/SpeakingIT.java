package plenum.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static plenum.e2e.Soon.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Everybody sees who speaks, hears them as loud as they like, and talks by a key if they want. */
class SpeakingIT {

  private static final int ROUNDS = 10;

  /** Keeps in {@code spokeAt} when an element of the page first said that somebody speaks. */
  private static final String WATCH =
      """
      (element) => {
        window.spokeAt = 0;
        new MutationObserver(() => {
          if (element.dataset.speaking === "true") {
            spokeAt ||= Date.now();
          }
        }).observe(element, { attributes: true });
      }
      """;

  @RegisterExtension final People people = new People();

  private Person speaker(String name) {
    return people
        .newcomer(name)
        .choosing("camera", "none")
        .startingWith(DesktopScripts.SPEAKS_ON_COMMAND)
        .arrive();
  }

  /** Answers when, in milliseconds of the machine's clock. */
  private static double speak(Page page, boolean loud) {
    // Its sound work waits for a sign that somebody is there, as browsers want it.
    page.locator("#room-title").click();
    return ((Number) page.evaluate("speak(" + loud + ")")).doubleValue();
  }

  @Test
  void theOthersSeeWhoSpeaksAndHowLoudTheVoiceArrives() {
    String room = people.desktop(people.roomName("Talk"));
    Person ada = speaker("Ada");
    Person bob = people.newcomer("Bob").choosing("camera", "none").arrive();
    DesktopPage adas = ada.enterDesktop(room);
    DesktopPage bobs = bob.enterDesktop(room);
    Locator row = bobs.rowOf(ada);
    assertThat(row).hasAttribute("data-speaking", "false");

    speak(adas.page(), true);

    assertThat(row).hasAttribute("data-speaking", "true");
    assertThat(row).hasAttribute("data-received", "true");
    assertThat(row).containsText("speaking");
    assertThat(adas.rowOf(ada.name() + " (you)")).hasAttribute("data-speaking", "true");

    speak(adas.page(), false);

    assertThat(row).hasAttribute("data-speaking", "false");
    assertThat(row).hasAttribute("data-received", "false");
    assertThat(row).containsText("microphone on");
  }

  @Test
  void whoSpeaksIsSeenSoonAndIsFirstInTheList() {
    String room = people.desktop(people.roomName("Soon"));
    Person zoe = speaker("Zoe");
    Person bob = people.newcomer("Bob").withoutDevices().arrive();
    people.newcomer("Cleo").withoutDevices().arrive().enterDesktop(room);
    DesktopPage zoes = zoe.enterDesktop(room);
    DesktopPage bobs = bob.enterDesktop(room);
    assertThat(bobs.rowOf(zoe)).hasAttribute("data-speaking", "false");
    assertTrue(bobs.names().indexOf(zoe.name()) > 0);

    List<Double> delays = new ArrayList<>();
    for (int round = 0; round < ROUNDS; round++) {
      bobs.rowOf(zoe).evaluate(WATCH);
      double began = speak(zoes.page(), true);
      assertThat(bobs.rowOf(zoe)).hasAttribute("data-speaking", "true");
      bobs.page().waitForFunction("() => spokeAt > 0");
      delays.add(((Number) bobs.page().evaluate("spokeAt")).doubleValue() - began);
      speak(zoes.page(), false);
      assertThat(bobs.rowOf(zoe)).hasAttribute("data-speaking", "false");
    }
    delays.sort(null);
    System.out.printf(
        Locale.ROOT,
        "Somebody who began to speak was shown to the others after %.0f ms (median of %d, slowest"
            + " %.0f).%n",
        delays.get(ROUNDS / 2),
        ROUNDS,
        delays.get(ROUNDS - 1));

    speak(zoes.page(), true);
    Eventually.eventually(
        zoe + " in the first place", bobs::names, names -> names.get(0).equals(zoe.name()));
  }

  @Test
  void whoIsMutedDoesNotSpeakAndIsSeenAgainAfterwards() {
    String room = people.desktop(people.roomName("Muted"));
    Person ada = speaker("Ada");
    Person bob = people.newcomer("Bob").withoutDevices().arrive();
    DesktopPage adas = ada.enterDesktop(room);
    DesktopPage bobs = bob.enterDesktop(room);
    speak(adas.page(), true);
    assertThat(bobs.rowOf(ada)).hasAttribute("data-speaking", "true");

    adas.page().keyboard().press("m");

    assertThat(bobs.rowOf(ada)).hasAttribute("data-speaking", "false");
    assertThat(bobs.rowOf(ada)).containsText("muted");

    adas.page().keyboard().press("m");

    assertThat(bobs.rowOf(ada)).hasAttribute("data-speaking", "true");
  }

  @Test
  void theSpaceBarTalksButNotWhileSomebodyWrites() {
    String room = people.desktop(people.roomName("Key"));
    Person ada = speaker("Ada");
    Person bob = people.newcomer("Bob").withoutDevices().arrive();
    DesktopPage adas = ada.enterDesktop(room);
    DesktopPage bobs = bob.enterDesktop(room);
    Locator microphone = adas.button("toggle-microphone");

    adas.button("push-to-talk").focus();
    adas.page().keyboard().press("Enter");

    assertThat(adas.button("push-to-talk")).hasAttribute("aria-pressed", "true");
    assertThat(microphone).containsText("Hold to talk");
    assertThat(bobs.rowOf(ada)).containsText("muted");

    // The button that was pressed has the focus still: the space bar must not press it again.
    adas.page().keyboard().down("Space");

    assertThat(microphone).containsText("Talking");
    speak(adas.page(), true);
    assertThat(bobs.rowOf(ada)).hasAttribute("data-speaking", "true");

    adas.page().keyboard().up("Space");

    assertThat(microphone).containsText("Hold to talk");
    assertThat(bobs.rowOf(ada)).containsText("muted");
    assertThat(adas.button("push-to-talk")).hasAttribute("aria-pressed", "true");

    MoreControls.press(adas.page(), "open-devices");
    adas.page().locator("#echoCancellation").locator("xpath=ancestor::details").click();
    adas.page().locator("#echoCancellation").focus();
    adas.page().keyboard().down("Space");
    assertThat(microphone).containsText("Hold to talk");
    adas.page().keyboard().up("Space");
  }

  @Test
  void oneIsAsLoudForMeAsIWantAndStaysSo() {
    String room = people.desktop(people.roomName("Loud"));
    Person ada = people.newcomer("Ada").choosing("camera", "none").arrive();
    Person bob =
        people.newcomer("Bob").withoutDevices().startingWith(DesktopScripts.KEEP_SOUNDS).arrive();
    ada.enterDesktop(room);
    DesktopPage bobs = bob.enterDesktop(room);
    awaitSound(bobs, "1,false");

    Locator row = bobs.rowOf(ada);
    row.getByRole(AriaRole.BUTTON).click();
    row.getByRole(AriaRole.SLIDER).fill("40");
    awaitSound(bobs, "0.4,false");
    row.getByRole(AriaRole.SWITCH).check();

    awaitSound(bobs, "0.4,true");
    assertThat(row).containsText("muted for you");

    bobs.page().reload();

    awaitSound(bobs, "0.4,true");
    assertThat(bobs.rowOf(ada)).containsText("muted for you");
  }

  /** Waits until one voice is played like this. */
  private static void awaitSound(DesktopPage page, String volumeAndMuted) {
    String sounds =
        "window.keptSounds?.filter((sound) => sound.srcObject).map((sound) =>"
            + " `${sound.volume},${sound.muted}`)";
    Eventually.eventually(
        "one voice at " + volumeAndMuted,
        () -> page.page().evaluate(sounds),
        heard -> List.of(volumeAndMuted).equals(heard));
  }

  @Test
  void theTileOfWhoeverSpeaksInARoomIsFramed() {
    String room = people.room(people.roomName("Framed"));
    Person ada = speaker("Ada");
    Person bob = people.newcomer("Bob").withoutDevices().arrive();
    RoomPage adas = ada.enter(room);
    RoomPage bobs = bob.enter(room);
    assertThat(bobs.tileOf(ada)).hasAttribute("data-speaking", "false");

    speak(adas.page(), true);

    assertThat(bobs.tileOf(ada)).hasAttribute("data-speaking", "true");
    assertThat(adas.ownTile()).hasAttribute("data-speaking", "true");
    assertThat(bobs.tileOf(ada)).containsText("speaking");

    speak(adas.page(), false);

    assertThat(bobs.tileOf(ada)).hasAttribute("data-speaking", "false");
    assertEquals("false", bobs.ownTile().getAttribute("data-speaking"));
  }
}
