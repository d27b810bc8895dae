package plenum.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static plenum.e2e.Eventually.eventually;
import static plenum.e2e.Soon.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ReducedMotion;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Hands, reactions and answers, as people see and hear of them. */
class HandsIT {

  @RegisterExtension final People people = new People();

  private Person somebody(String name) {
    return people.newcomer(name).withoutDevices().arrive();
  }

  private static Locator button(Page page, String name) {
    return page.getByRole(
        AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
  }

  private static void look(String name, Page page) {
    AccessibilityIT.check(page);
    ScreenshotsIT.picture(name, page);
    page.setViewportSize(1280, 800);
  }

  private static Locator hand(RoomPage page) {
    return page.page().locator("#raise-hand");
  }

  private static Locator status(RoomPage page) {
    return page.page().locator("#gesture-status");
  }

  private static Locator place(RoomPage page, Person of) {
    return page.tileOf(of).locator(".signs__hand");
  }

  private static void react(RoomPage page, String name) {
    react(page.page(), name);
  }

  private static void react(Page page, String name) {
    Locator opener = page.locator("#open-gestures");
    if ("false".equals(opener.getAttribute("aria-expanded"))) {
      opener.click();
    }
    button(page, name).click();
  }

  private static Locator answer(RoomPage page, String answer) {
    return page.page().locator("#answers [data-answer=" + answer + "]");
  }

  /** Ada owns the room. */
  private RoomPage owners(Person ada, String room) {
    RoomsPage list = ada.onRoomsPage();
    list.create(room);
    return list.join(room);
  }

  @Test
  void fourPeopleRaiseHandsInTurnAndAModeratorLowersThem() {
    String name = people.roomName("Parliament");
    Person ada = somebody("Ada");
    Person bob = somebody("Bob");
    Person cleo = somebody("Cleo");
    Person dan = somebody("Dan");
    RoomPage adas = owners(ada, name);
    String room = adas.page().url().replaceAll(".*id=", "");
    RoomPage bobs = bob.enter(room);
    RoomPage cleos = cleo.enter(room);
    RoomPage dans = dan.enter(room);

    assertThat(hand(cleos)).hasAttribute("aria-pressed", "false");
    hand(cleos).click();
    assertThat(hand(cleos)).hasAttribute("aria-pressed", "true");
    assertThat(place(adas, cleo)).containsText("1");
    // By the keyboard alone.
    dans.page().keyboard().press("h");
    assertThat(place(adas, dan)).containsText("2");
    hand(bobs).focus();
    bobs.page().keyboard().press("Enter");
    assertThat(place(adas, bob)).containsText("3");
    assertThat(status(adas)).containsText("raised a hand.");

    adas.openPeople();
    Locator rows = adas.page().getByTestId("participant");
    assertThat(rows.nth(0)).containsText(cleo.name());
    assertThat(rows.nth(0)).containsText("hand up, number 1");
    assertThat(rows.nth(1)).containsText(dan.name());
    assertThat(rows.nth(2)).containsText(bob.name());
    assertThat(adas.page().locator("#hands-up")).hasText("3 hands are up");
    look("hands", adas.page());

    button(adas.page(), "What you can do with " + cleo.name()).click();
    button(adas.page(), "Lower the hand of " + cleo.name()).click();
    assertThat(hand(cleos)).hasAttribute("aria-pressed", "false");
    assertThat(cleos.toast("Your hand was lowered.")).isVisible();
    assertThat(place(bobs, dan)).containsText("1");

    // A reload keeps the seat, and what was shown.
    dans.page().reload();
    dans.awaitSeat();
    assertThat(hand(dans)).hasAttribute("aria-pressed", "true");
    bobs.leave();
    assertThat(adas.page().locator("#hands-up")).hasText("One hand is up");
    button(adas.page(), "Lower all hands").click();
    assertThat(hand(dans)).hasAttribute("aria-pressed", "false");
    assertThat(adas.page().locator("#gesture-summary")).isHidden();
  }

  @Test
  void reactionsPassAndAreToldTogether() {
    String room = people.room(people.roomName("Applause"));
    Person ada = somebody("Ada");
    Person bob = somebody("Bob");
    RoomPage adas = ada.enter(room);
    RoomPage bobs = bob.enter(room);
    adas.page().emulateMedia(new Page.EmulateMediaOptions().setReducedMotion(ReducedMotion.REDUCE));

    react(bobs, "Applause");
    Locator seen = adas.tileOf(bob).locator(".tile__reaction");
    assertThat(seen).hasAttribute("data-reaction", "applause");
    assertEquals(
        "none",
        seen.locator(".icon").evaluate("icon => getComputedStyle(icon).animationName"),
        "nothing moves");
    react(bobs, "Heart");
    react(bobs, "Heart");
    assertThat(seen).hasAttribute("data-reaction", "heart");
    assertThat(status(adas)).containsText(bob.name() + ": Heart.");
    look("reactions", bobs.page());
    assertThat(seen).isHidden();
    assertThat(status(bobs)).hasText("");
  }

  @Test
  void reactsTooOftenAndHarmsNobodyElse() {
    String room = people.room(people.roomName("Frenzy"));
    Person bob = somebody("Bob");
    RoomPage adas = somebody("Ada").enter(room);
    RoomPage bobs = bob.enter(room);
    for (int i = 0; i < 14; i++) {
      react(bobs, "Laughter");
    }
    assertThat(bobs.toast("You, or others at your address, react too often.").first()).isVisible();
    react(adas, "Celebration");
    assertThat(bobs.page().locator(".tile__reaction[data-reaction=celebrate]")).isVisible();
  }

  @Test
  void answersAreCountedAndCleared() {
    String name = people.roomName("Votes");
    Person ada = people.named("Ada");
    Person bob = somebody("Bob");
    Person cleo = somebody("Cleo");
    RoomPage adas = owners(ada, name);
    String room = adas.page().url().replaceAll(".*id=", "");
    RoomPage bobs = bob.enter(room);
    RoomPage cleos = cleo.enter(room);
    react(bobs, "Yes");
    cleos.page().locator("#open-gestures").focus();
    cleos.page().keyboard().press("Enter");
    answer(cleos, "slower").focus();
    cleos.page().keyboard().press("Enter");
    assertThat(answer(cleos, "slower")).hasAttribute("aria-pressed", "true");
    adas.openPeople();
    Locator counts = adas.page().locator("#answers-given");
    assertThat(counts).hasText("Yes: 1 · Slower, please: 1");
    assertThat(adas.banner("slower")).containsText("Somebody asks to speak slower.");
    assertThat(adas.tileOf(bob).locator(".signs__answer")).containsText("Yes");
    assertThat(status(adas)).containsText("Yes: 1 · Slower, please: 1.");

    answer(bobs, "no").click();
    assertThat(counts).hasText("No: 1 · Slower, please: 1");
    answer(bobs, "no").click();
    assertThat(counts).hasText("Slower, please: 1");
    assertThat(answer(bobs, "no")).hasAttribute("aria-pressed", "false");
    button(adas.page(), "Clear answers").click();
    assertThat(answer(cleos, "slower")).hasAttribute("aria-pressed", "false");
    assertThat(adas.banner("slower")).hasCount(0);
    cleos.page().keyboard().press("Escape");
    assertThat(cleos.page().locator("#gestures")).isHidden();
    assertThat(cleos.page().locator("#open-gestures")).isFocused();
  }

  @Test
  void onADesktopHandsAndReactionsAreSeenBesideTheScreen() {
    String room = people.desktop(people.roomName("Desk"));
    Person bob = somebody("Bob");
    DesktopPage bobs = bob.enterDesktop(room);
    Person ada = somebody("Ada");
    DesktopPage adas = ada.enterDesktop(room);
    adas.page().keyboard().press("h");
    Locator up = bobs.page().locator("#hands-up");
    assertThat(up).hasText("One hand is up");
    assertThat(bobs.page().getByTestId("participant").first()).containsText(ada.name());
    react(adas.page(), "Thumbs up");
    assertThat(bobs.page().locator("#reaction-feed")).hasText(ada.name());
    adas.page().keyboard().press("Control+h");
    eventually(
        "the hand that is still up",
        () -> adas.page().locator("#raise-hand").getAttribute("aria-pressed"),
        "true"::equals);
    look("hands-desktop", bobs.page());
  }

  @Test
  void keysOfOneLetterCanBeSwitchedOff() {
    RoomPage page = somebody("Ada").enter(people.room(people.roomName("Dictated")));
    letterKeys(page, false);
    page.page().keyboard().press("h");
    page.page().keyboard().press("t");
    assertThat(hand(page)).hasAttribute("aria-pressed", "false");
    assertThat(page.page().locator("#chat")).isHidden();

    letterKeys(page, true);
    page.page().keyboard().press("h");
    assertThat(hand(page)).hasAttribute("aria-pressed", "true");
  }

  private static void letterKeys(RoomPage page, boolean on) {
    page.openDevices();
    page.page().locator("#letter-keys").setChecked(on);
    page.closeDevices();
  }
}
