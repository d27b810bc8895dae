package plenum.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static plenum.e2e.Eventually.eventually;
import static plenum.e2e.Soon.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import plenum.testing.OnBothReleases;
import plenum.testing.Quick;

/** One person at a time shows a screen, the others see it. */
class DesktopIT {

  private static final int HANDOVERS = 20;

  @RegisterExtension final People people = new People();

  private DesktopPage create(Person person, String name) {
    RoomsPage list = person.onDesktopsPage();
    list.create(name);
    list.page().waitForURL("**/desktop?id=*");
    DesktopPage inside = new DesktopPage(list.page());
    people.forgetLater(inside.room());
    inside.awaitSeat(person);
    return inside;
  }

  private Person withoutDevices(String name) {
    return people.newcomer(name).withoutDevices().arrive();
  }

  @Test
  @OnBothReleases
  void creatingARoomSharesWithTheSameClickAndTwoOthersSeeTheScreen() {
    Person ada = people.newcomer("Ada").startingWith(DesktopScripts.ASKS_AFTER_A_CLICK).arrive();
    Person bob = people.named("Bob");
    Person cleo = withoutDevices("Cleo");
    String name = people.roomName("Review");
    RoomsPage cleosList = cleo.onDesktopsPage();

    DesktopPage adas = create(ada, name);

    adas.awaitSharing();
    assertThat(adas.ownScreen()).isVisible();
    assertThat(adas.title()).hasText("You are sharing");
    assertThat(cleosList.headCount(name)).hasText("1 person inside");
    assertThat(cleosList.card(name)).containsText(ada.name() + " is sharing");
    DesktopPage bobs = bob.enterDesktop(adas.room());
    cleosList.follow(name);
    DesktopPage cleos = new DesktopPage(cleosList.page());
    bobs.awaitScreenOf(ada);
    cleos.awaitScreenOf(ada);
    bobs.awaitPictureSize("1920x1080");
    assertThat(bobs.shareButton()).isHidden();
    assertThat(bobs.rowOf(ada)).containsText("sharing");
    assertThat(adas.rowOf(bob)).isVisible();

    adas.leave();

    bobs.awaitState("free");
    assertThat(bobs.shareButton()).isVisible();
  }

  @Test
  void goingBackLeadsToTheListAnew() {
    Person ada = withoutDevices("Ada");
    String name = people.roomName("Back");
    DesktopPage inside = create(ada, name);
    inside.awaitSharing();

    inside.page().evaluate("history.back()");

    RoomsPage list = new RoomsPage(inside.page());
    assertThat(list.card(name)).isVisible();
    list.page().waitForURL("**/desktops");
  }

  @Test
  void whoChoosesNothingWatchesWithAHint() {
    Person ada = people.newcomer("Ada").startingWith(Scripts.SHARES_NOTHING).arrive();

    DesktopPage adas = create(ada, people.roomName("Nothing"));

    assertThat(adas.hint()).containsText("You chose nothing");
    adas.awaitState("free");
    assertThat(adas.shareButton()).isVisible();
    assertThat(adas.page().locator("#toggle-screen")).isHidden();
  }

  @Test
  void aBrowserThatWantsAClickFirstGetsALargeButtonInFocus() {
    Person ada = people.newcomer("Ada").startingWith(DesktopScripts.ASKS_AFTER_A_CLICK).arrive();
    String room = people.desktop(people.roomName("Click"));

    DesktopPage adas = new DesktopPage(ada.open("/desktop?id=" + room + "&share"));

    assertThat(adas.hint()).containsText("One more click");
    assertThat(adas.shareButton()).isFocused();
    adas.page().keyboard().press("Enter");
    adas.awaitSharing();
    assertEquals("/desktop?id=" + room, adas.page().url().replaceAll("https?://[^/]+", ""));
  }

  @Test
  void ofTwoWhoPressTogetherOneGetsTheStageAndTheOtherIsTold() {
    String room = people.desktop(people.roomName("Race"));
    DesktopPage adas = people.named("Ada").enterDesktop(room);
    DesktopPage bobs = people.named("Bob").enterDesktop(room);
    assertThat(adas.shareButton()).isVisible();
    assertThat(bobs.shareButton()).isVisible();

    // Not by the mouse, which would wait for what the other one's press has changed already.
    bobs.shareButton().evaluate("button => button.click()");
    adas.shareButton().evaluate("button => button.click()");

    List<DesktopPage> both = List.of(adas, bobs);
    DesktopPage winner =
        eventually(
                "somebody who shares",
                () -> both.stream().filter(DesktopIT::shares).findFirst(),
                Optional::isPresent)
            .orElseThrow();
    DesktopPage loser = winner == adas ? bobs : adas;
    assertThat(loser.toast("shar")).isVisible();
    loser.awaitState("shown");
    assertThat(loser.shareButton()).isHidden();
    assertTrue(shares(winner));
  }

  private static boolean shares(DesktopPage page) {
    return "sharing".equals(page.stage().getAttribute("data-state"));
  }

  @Test
  void whoeverSharesHandsTheStageOverOrDoesNot() {
    String room = people.desktop(people.roomName("Handover"));
    Person ada = people.named("Ada");
    Person bob = people.named("Bob");
    DesktopPage adas = ada.enterDesktop(room);
    DesktopPage bobs = bob.enterDesktop(room);
    adas.share();
    bobs.awaitScreenOf(ada);

    bobs.askButton().click();
    assertThat(bobs.askButton()).containsText("Asked");
    adas.decline(bob);

    assertThat(bobs.askButton()).containsText("Ask to share");
    assertThat(adas.requestOf(bob)).hasCount(0);

    bobs.askButton().click();
    adas.handOverTo(bob);

    bobs.awaitState("yours");
    assertThat(bobs.shareButton()).isFocused();
    adas.awaitState("preparing");
    bobs.page().keyboard().press("Enter");
    bobs.awaitSharing();
    adas.awaitScreenOf(bob);

    bobs.stopSharing();

    bobs.awaitState("free");
    adas.awaitState("free");
    assertThat(adas.shareButton()).isVisible();
  }

  @Test
  void theOwnerTakesTheStageBack() {
    Person ada = people.newcomer("Ada").startingWith(Scripts.SHARES_NOTHING).arrive();
    Person bob = people.named("Bob");
    DesktopPage adas = create(ada, people.roomName("Owned"));
    adas.awaitState("free");
    DesktopPage bobs = bob.enterDesktop(adas.room());
    bobs.share();
    adas.awaitScreenOf(bob);
    assertThat(bobs.takeBackButton()).isHidden();

    adas.takeBackButton().click();

    adas.awaitState("free");
    bobs.awaitState("free");
    assertThat(bobs.toast("The stage was taken back")).isVisible();
    assertThat(bobs.ownScreen()).isHidden();
  }

  @Test
  void aScreenThatEndsInTheBrowserFreesTheStage() {
    Person ada = people.newcomer("Ada").sharingTabs().arrive();
    Person bob = people.named("Bob");
    String room = people.desktop(people.roomName("Bar"));
    Page tab = ada.showTab("<h1>For a while</h1>");
    DesktopPage adas = ada.enterDesktop(room);
    DesktopPage bobs = bob.enterDesktop(room);
    adas.share();
    bobs.awaitScreenOf(ada);

    tab.close();

    adas.awaitState("free");
    bobs.awaitState("free");
    bobs.share();
    adas.awaitScreenOf(bob);
  }

  @Test
  void theBrowserOfWhoeverSharesIsKilledAndTheOthersMayShare() {
    Browser process = people.browsers().own(people.server());
    Person ada = people.newcomer("Ada").in(process).arrive();
    Person bob = people.named("Bob");
    String room = people.desktop(people.roomName("Killed"));
    DesktopPage bobs = bob.enterDesktop(room);
    ada.enterDesktop(room).share();
    bobs.awaitScreenOf(ada);

    process.close();

    bobs.awaitState("free");
    bobs.share();
  }

  @Test
  @Quick
  void whoComesLateSeesTheScreenAtOnce() {
    String room = people.desktop(people.roomName("Late"));
    Person ada = people.newcomer("Ada").sharingTabs().arrive();
    ada.showTab("<h1>Nothing moves here</h1>");
    DesktopPage adas = ada.enterDesktop(room);
    adas.share();
    Person bob = withoutDevices("Bob");

    long began = System.nanoTime();
    DesktopPage bobs = bob.enterDesktop(room);
    assertThat(bobs.area()).hasAttribute("data-frames", "true");

    System.out.printf(
        "A late viewer saw the screen %.1f s after opening the page.%n",
        (System.nanoTime() - began) / 1e9);
    bobs.awaitScreenOf(ada);
  }

  @Test
  void somebodyWithoutAnyDeviceSharesAndWatches() {
    String room = people.desktop(people.roomName("Nothing plugged in"));
    Person ada = people.newcomer("Ada").startingWith(Scripts.NO_DEVICES).arrive();
    Person bob = people.newcomer("Bob").startingWith(Scripts.NO_DEVICES).arrive();
    DesktopPage adas = ada.enterDesktop(room);
    DesktopPage bobs = bob.enterDesktop(room);

    adas.share();

    bobs.awaitScreenOf(ada);
    assertThat(bobs.rowOf(ada)).containsText("no microphone");
    assertThat(adas.page().locator("#toggle-camera")).isHidden();
  }

  @Test
  void aBrowserThatCannotShareSaysSoAndShowsWhatOthersShare() {
    String room = people.desktop(people.roomName("Phone"));
    Person ada = people.named("Ada");
    Person bob = people.newcomer("Bob").startingWith(DesktopScripts.CANNOT_SHARE).arrive();
    DesktopPage bobs = bob.enterDesktop(room);
    assertThat(bobs.hint()).containsText("This browser cannot share a screen");
    assertThat(bobs.shareButton()).isHidden();

    ada.enterDesktop(room).share();

    bobs.awaitScreenOf(ada);
    assertThat(bobs.askButton()).isHidden();
  }

  @Test
  void theLinkOfADesktopRoomAndThatOfAGroupRoomLeadToTheRightPage() {
    Person ada = withoutDevices("Ada");
    String desktop = people.desktop(people.roomName("Desktop"));
    String group = people.room(people.roomName("Group"));

    Page page = ada.open("/room?id=" + desktop);
    page.waitForURL("**/desktop?id=" + desktop);
    page.navigate(ada.address("/desktop?id=" + group));
    page.waitForURL("**/room?id=" + group);
    new RoomPage(page).awaitSeat();
  }

  @Test
  void twentyHandoversInARowLeaveNothingBehind() {
    String room = people.desktop(people.roomName("Twenty"));
    Person ada = keeper("Ada");
    Person bob = keeper("Bob");
    Person cleo =
        people.newcomer("Cleo").withoutDevices().startingWith(Scripts.KEEP_PEERS).arrive();
    DesktopPage cleos = cleo.enterDesktop(room);
    DesktopPage adas = ada.enterDesktop(room);
    DesktopPage bobs = bob.enterDesktop(room);
    adas.share();
    cleos.awaitScreenOf(ada);

    for (int handover = 0; handover < HANDOVERS; handover++) {
      boolean toBob = handover % 2 == 0;
      DesktopPage giver = toBob ? adas : bobs;
      DesktopPage taker = toBob ? bobs : adas;
      Person next = toBob ? bob : ada;
      taker.askButton().click();
      giver.handOverTo(next);
      taker.awaitState("yours");
      taker.share();
      giver.awaitState("shown");
      cleos.awaitScreenOf(next);
    }

    // For the two microphones and the screen.
    eventually("one connection of a viewer", () -> openPeers(cleos), open -> open == 1);
  }

  private Person keeper(String name) {
    return people.newcomer(name).choosing("camera", "none").arrive();
  }

  private static int openPeers(DesktopPage page) {
    String open = "keptPeers.filter((peer) => peer.connectionState !== 'closed').length";
    return ((Number) page.page().evaluate(open)).intValue();
  }
}
