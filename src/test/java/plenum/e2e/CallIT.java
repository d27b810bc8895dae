package plenum.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static plenum.e2e.Soon.assertThat;

import com.microsoft.playwright.Page;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import plenum.testing.OnBothReleases;
import plenum.testing.Quick;

/** Two people call each other. */
class CallIT {

  /** Has the pages of a browser believe that it is an hour earlier. */
  private static final String AN_HOUR_BEHIND =
      "globalThis.Date = class extends Date {"
          + "constructor(...is) { super(...(is.length ? is : [new.target.now()])); }"
          + "static now() { return super.now() - 3600000; } }";

  private static final Pattern FIVE_SECONDS_OR_MORE =
      Pattern.compile("0:(0[5-9]|[1-5]\\d)|[1-9]\\d*:\\d\\d");

  @RegisterExtension final People people = new People();

  private Person ada;
  private Person bob;
  private PeoplePage adas;

  @BeforeEach
  void adaSeesTheOthers() {
    ada = people.named("Ada");
    bob = people.named("Bob");
    adas = ada.onPeoplePage();
  }

  /** Ada calls Bob, whose page this is; it answers with video. */
  private List<CallPage> talk(Page bobs) {
    CallPage caller = adas.call(bob);
    CallPage called = new RingDialog(bobs).await(ada).acceptWithVideo();
    caller.awaitTalk(bob);
    called.awaitTalk(ada);
    return List.of(caller, called);
  }

  @Test
  @Quick
  void whoAcceptsSeesAndHearsTheCallerAndIsSeenAndHeard() {
    Page bobs = bob.onRoomsPage().page();
    CallPage caller = adas.call(bob).awaitRinging(bob);
    caller.meeting().awaitPictureIn(caller.meeting().ownTile());

    CallPage called = new RingDialog(bobs).await(ada).acceptWithVideo();

    called.meeting().awaitMediaFrom(ada);
    caller.meeting().awaitMediaFrom(bob);
    called.meeting().awaitPictureIn(called.meeting().tileOf(ada));
    caller.meeting().awaitPictureIn(caller.meeting().tileOf(bob));
    assertThat(caller.duration()).hasText(FIVE_SECONDS_OR_MORE);
    assertThat(called.page().locator("h1")).hasText("Call with " + ada.name());
  }

  @Test
  void theDevicesAreOpenedOnceAtTheClickOnAccept() {
    Page bobs = bob.onPeoplePage().page();
    bobs.evaluate(
        """
        () => {
          const devices = navigator.mediaDevices;
          const open = devices.getUserMedia.bind(devices);
          window.openedOn = [];
          devices.getUserMedia = (constraints) => {
            window.openedOn.push(location.pathname);
            return open(constraints);
          };
        }\
        """);
    CallPage caller = adas.call(bob).awaitRinging(bob);

    CallPage called = new RingDialog(bobs).await(ada).acceptWithVideo();

    called.meeting().awaitMediaFrom(ada);
    caller.meeting().awaitMediaFrom(bob);
    assertEquals(List.of("/people"), bobs.evaluate("window.openedOn"));
  }

  @Test
  void theCallTakesThePlaceOfTheListWithoutANavigation() {
    Page bobs = bob.onRoomsPage().page();
    List.of(adas.page(), bobs).forEach(page -> page.evaluate("window.asBefore = true"));
    CallPage caller = adas.call(bob).awaitRinging(bob);
    CallPage called = new RingDialog(bobs).await(ada).acceptWithVideo();
    called.meeting().awaitMediaFrom(ada);
    for (CallPage page : List.of(caller, called)) {
      assertEquals(true, page.page().evaluate("window.asBefore"));
      assertThat(page.page().locator("h1")).containsText("Call with ");
    }

    bobs.evaluate("history.back()");

    assertThat(bobs.locator("#rooms-heading")).isVisible();
  }

  @Test
  void aPageThatCannotTakeThePlaceIsGoneTo() {
    Page bobs = bob.onPeoplePage().page();
    bobs.evaluate("DOMParser.prototype.parseFromString = () => new Document()");
    adas.call(bob).awaitRinging(bob);

    new RingDialog(bobs).await(ada).acceptWithVideo().meeting().awaitMediaFrom(ada);
  }

  @Test
  void nothingIsSentBeforeTheCallIsAccepted() {
    Page bobs = bob.onPeoplePage().page();
    CallPage caller = adas.call(bob).awaitRinging(bob);
    caller.meeting().awaitPictureIn(caller.meeting().ownTile());
    Eventually.eventually(
        "a connection that is ready",
        () -> caller.meeting().stats().sent().state(),
        state -> state.equals("connected"));
    new RingDialog(bobs).await(ada);

    assertEquals(0, caller.meeting().stats().sent().framesSent());
    assertEquals(0, caller.meeting().stats().sent().bytesSent());
    new RingDialog(bobs).acceptWithVideo().meeting().awaitMediaFrom(ada);
  }

  @Test
  @OnBothReleases
  void whoAcceptsWithVoiceIsHeardAndCanSwitchTheCameraOnLater() {
    Page bobs = bob.onPeoplePage().page();
    CallPage caller = adas.call(bob);

    CallPage called = new RingDialog(bobs).await(ada).acceptWithVoice();

    caller.meeting().awaitSoundFrom(bob);
    called.meeting().awaitMediaFrom(ada);
    assertThat(caller.meeting().tileOf(bob)).containsText("Camera off");
    assertEquals(0, caller.meeting().stats().from(bob).orElseThrow().framesDecoded());

    called.meeting().toggleCamera();

    caller.meeting().awaitPicturesFrom(bob);
    caller.meeting().awaitPictureIn(caller.meeting().tileOf(bob));
  }

  @Test
  void aCallThatIsRejectedBringsTheCallerBackWithAMessage() {
    Page bobs = bob.onRoomsPage().page();
    CallPage caller = adas.call(bob);

    new RingDialog(bobs).await(ada).reject();

    PeoplePage back = PeoplePage.awaitReturn(caller.page(), bob.name() + " declined the call");
    assertThat(back.recentCalls().first()).containsText("Declined");
    assertThat(back.stateOf(bob)).hasText("Available");
    new RingDialog(bobs).awaitNone();
    assertThat(bobs.locator("#rooms-heading")).isVisible();
  }

  @Test
  void aCallThatIsCancelledStopsRinging() {
    PeoplePage bobs = bob.onPeoplePage();
    CallPage caller = adas.call(bob).awaitRinging(bob);
    new RingDialog(bobs.page()).await(ada);

    caller.cancel();

    new RingDialog(bobs.page()).awaitNone();
    assertThat(bobs.toast("You missed a call from " + ada.name())).isVisible();
    assertThat(bobs.recentCalls().first()).containsText("Missed");
    caller.page().waitForURL("**/people");
    assertThat(new PeoplePage(caller.page()).recentCalls().first()).containsText("Cancelled");
  }

  @Test
  void aMissedCallIsCountedOnOtherPagesUntilTheListOfCallsIsSeen() {
    Page bobs = bob.onRoomsPage().page();
    CallPage caller = adas.call(bob).awaitRinging(bob);
    new RingDialog(bobs).await(ada);
    caller.cancel();

    assertThat(bobs.locator("#missed-calls")).containsText("1");

    bobs.locator(".site-nav").getByText("People").click();

    assertThat(bobs.getByTestId("recent-call").first()).containsText("Missed");
    assertThat(bobs.locator("#missed-calls")).isHidden();
  }

  @Test
  void somebodyInACallIsBusyForOthers() {
    talk(bob.onPeoplePage().page());

    Person cleo = people.newcomer("Cleo").withoutDevices().arrive();
    PeoplePage cleos = cleo.onPeoplePage();

    assertThat(cleos.stateOf(bob)).hasText("In a call");
    assertThat(cleos.callButton(bob)).isDisabled();
    assertThat(cleos.callButton(bob)).hasAttribute("title", "In a call now");
    assertThat(cleos.callButton(cleo)).isHidden();
  }

  @Test
  void whoCallsSomebodyWhoHasJustBeenCalledIsToldAndStaysOnTheList() {
    Person cleo = people.newcomer("Cleo").withoutDevices().arrive();
    PeoplePage cleos = cleo.onPeoplePage();
    bob.onPeoplePage();
    assertThat(cleos.callButton(bob)).isEnabled();
    adas.call(bob).awaitRinging(bob);
    assertThat(cleos.callButton(bob)).isDisabled();
    // As when she pressed it just before her page heard of the other call.
    cleos.callButton(bob).evaluate("(button) => { button.disabled = false; button.click(); }");

    assertThat(cleos.toast("in a call")).isVisible();
    assertThat(cleos.page().locator("#people-heading")).isVisible();
  }

  @Test
  void twoWhoCallEachOtherAtTheSameMomentAreInOneCall() {
    PeoplePage bobs = bob.onPeoplePage();
    assertThat(bobs.callButton(ada)).isEnabled();
    assertThat(adas.callButton(bob)).isEnabled();
    String press = "(button) => setTimeout(() => button.click(), 50)";
    adas.callButton(bob).evaluate(press);
    bobs.callButton(ada).evaluate(press);

    adas.page().waitForURL("**/call?id=*");
    Eventually.eventually(
        "one call",
        () -> {
          // Whoever was slower may have been rung at instead: that is an answer too.
          RingDialog ring = new RingDialog(bobs.page());
          if (ring.locator().isVisible()) {
            ring.acceptWithVideo();
          }
          return bobs.page().url();
        },
        url -> url.equals(adas.page().url()));
    new CallPage(adas.page()).awaitTalk(bob).meeting().awaitMediaFrom(bob);
    new CallPage(bobs.page()).awaitTalk(ada).meeting().awaitMediaFrom(ada);
  }

  @Test
  void hangingUpBringsBothBack() {
    List<CallPage> both = talk(bob.onRoomsPage().page());
    both.get(0).meeting().awaitMediaFrom(bob);

    both.get(1).hangUp();

    PeoplePage back =
        PeoplePage.awaitReturn(both.get(0).page(), "The call with " + bob.name() + " has ended");
    assertThat(back.recentCalls().first()).containsText("You called");
    assertThat(back.stateOf(bob)).hasText("Available");
    assertThat(back.callButton(bob)).isEnabled();
  }

  @Test
  void closingTheTabEndsTheCallForTheOther() {
    List<CallPage> both = talk(bob.onRoomsPage().page());

    both.get(1).page().close();

    PeoplePage.awaitReturn(both.get(0).page(), bob.name());
    assertThat(adas.stateOf(bob)).hasCount(0);
  }

  @Test
  void aReloadDoesNotEndTheCall() {
    List<CallPage> both = talk(bob.onRoomsPage().page());
    CallPage caller = both.get(0);
    CallPage called = both.get(1);
    caller.meeting().awaitMediaFrom(bob);
    String before = called.page().url();

    called.reload();

    called.awaitTalk(ada).meeting().awaitMediaFrom(ada);
    caller.meeting().awaitMediaFrom(bob);
    assertEquals(before, called.page().url());
    assertThat(called.duration()).not().hasText("0:00");
  }

  @Test
  void aSecondTabShowsHowOldTheCallIsWhateverItsClockSays() {
    List<CallPage> both = talk(bob.onRoomsPage().page());
    CallPage caller = both.get(0);
    assertThat(caller.duration()).hasText(FIVE_SECONDS_OR_MORE);

    Page second = ada.context().newPage();
    second.addInitScript(AN_HOUR_BEHIND);
    second.navigate(caller.page().url());

    second.waitForFunction("() => document.getElementById('call-duration').textContent !== ''");
    String first = second.locator("#call-duration").textContent();
    assertTrue(FIVE_SECONDS_OR_MORE.matcher(first).matches(), first);
  }

  @Test
  void aReloadWhileItRingsGoesOnRinging() {
    PeoplePage bobs = bob.onPeoplePage();
    CallPage caller = adas.call(bob).awaitRinging(bob);
    RingDialog ring = new RingDialog(bobs.page()).await(ada);

    caller.page().reload();
    caller.awaitRinging(bob);
    bobs.page().reload();

    ring.await(ada).acceptWithVideo().meeting().awaitMediaFrom(ada);
    caller.meeting().awaitMediaFrom(bob);
  }

  @Test
  void answeringInOneTabClearsTheOthers() {
    Page first = bob.onRoomsPage().page();
    Page second = bob.onPeoplePage().page();
    CallPage caller = adas.call(bob);
    new RingDialog(first).await(ada);
    new RingDialog(second).await(ada);

    CallPage called = new RingDialog(second).acceptWithVideo();

    new RingDialog(first).awaitNone();
    assertThat(first.locator(".banner[data-topic=call]")).containsText(ada.name());
    called.meeting().awaitMediaFrom(ada);

    caller.hangUp();
    assertThat(first.locator(".banner[data-topic=call]")).hasCount(0);
  }

  @Test
  void peopleWithoutAnyDevicesCanCallEachOther() {
    ada = people.newcomer("Ada").withoutDevices().arrive();
    bob = people.newcomer("Bob").withoutDevices().arrive();
    adas = ada.onPeoplePage();
    List<CallPage> both = talk(bob.onPeoplePage().page());

    for (CallPage page : both) {
      assertThat(page.meeting().banner("listen-only")).isVisible();
      assertThat(page.meeting().tiles()).hasCount(2);
    }
    both.get(0).hangUp();
    PeoplePage.awaitReturn(both.get(1).page(), "The call with " + ada.name() + " has ended");
  }

  @Test
  void somebodyWithoutDevicesSeesAndHearsTheOther() {
    bob = people.newcomer("Bob").startingWith(Scripts.NO_DEVICES).arrive();
    List<CallPage> both = talk(bob.onPeoplePage().page());

    both.get(1).meeting().awaitMediaFrom(ada);
    assertThat(both.get(0).meeting().tileOf(bob)).containsText("Listening only");
  }

  @Test
  void aRingtoneThatTheBrowserHoldsBackIsExplained() {
    bob = people.newcomer("Bob").startingWith(Scripts.SILENT_BEFORE_A_CLICK).arrive();
    Page bobs = bob.onPeoplePage().page();
    adas.call(bob);
    RingDialog ring = new RingDialog(bobs).await(ada);
    assertThat(ring.hint()).containsText("holds the ringtone back");

    ring.locator().locator("h2").click();

    assertThat(ring.hint()).hasText("");
  }

  @Test
  void itRingsOnEveryPageAndInItsTitle() {
    String room = people.room(people.roomName("Busy"));
    List<Page> pages =
        List.of(
            bob.onDevicePage().page(),
            bob.onRoomsPage().page(),
            bob.enter(room).page(),
            bob.onPeoplePage().page());
    List<String> titles = pages.stream().map(Page::title).toList();

    CallPage caller = adas.call(bob).awaitRinging(bob);

    for (Page page : pages) {
      new RingDialog(page).await(ada);
      assertThat(page).hasTitle(ada.name() + " is calling");
    }
    caller.cancel();
    for (Page page : pages) {
      new RingDialog(page).awaitNone();
    }
    assertEquals(titles, pages.stream().map(Page::title).toList());
  }

  @Test
  void aPageThatNobodyLooksAtTellsOnTheDesktop() {
    bob = people.newcomer("Bob").startingWith(Scripts.HIDDEN_WITH_NOTICES).arrive();
    Page bobs = bob.onPeoplePage().page();
    CallPage caller = adas.call(bob);
    new RingDialog(bobs).await(ada);

    assertEquals(
        ada.name() + " is calling",
        bobs.evaluate("notices.filter((notice) => notice.open).map(({ title }) => title).join()"));

    caller.cancel();
    new RingDialog(bobs).awaitNone();
    assertEquals(0, bobs.evaluate("notices.filter((notice) => notice.open).length"));
  }

  @Test
  void aKeyThatWasMeantForThePageAnswersNothing() {
    Page bobs = bob.onPeoplePage().page();
    bobs.locator("#people-search").focus();
    CallPage caller = adas.call(bob);
    RingDialog ring = new RingDialog(bobs).await(ada);

    bobs.keyboard().press("Enter");
    bobs.keyboard().press("Space");
    bobs.keyboard().press("Escape");
    bobs.keyboard().press("Escape");

    ring.await(ada);
    caller.awaitRinging(bob);

    bobs.keyboard().press("Tab");
    bobs.keyboard().press("Enter");
    PeoplePage.awaitReturn(caller.page(), bob.name() + " declined the call");
  }

  @Test
  void somebodyWhoHasGoneCannotBeCalledAnyMore() {
    Page bobs = bob.onPeoplePage().page();
    assertThat(adas.callButton(bob)).isEnabled();

    bobs.close();

    assertThat(adas.card(bob)).hasCount(0);
  }

  @Test
  void aCallThatIsOverCannotBeEnteredByItsAddress() {
    List<CallPage> both = talk(bob.onRoomsPage().page());
    String address = both.get(1).page().url();
    both.get(0).hangUp();
    PeoplePage.awaitReturn(both.get(1).page(), "has ended");

    both.get(1).page().navigate(address);

    PeoplePage.awaitReturn(both.get(1).page(), "This call is over");
  }

  @Test
  void aThirdPersonMakesARoomOfTheCallAndNothingIsLost() {
    Person cleo = people.named("Cleo");
    Page cleos = cleo.onRoomsPage().page();
    List<CallPage> both = talk(bob.onRoomsPage().page());
    CallPage caller = both.get(0);
    CallPage called = both.get(1);
    caller.meeting().awaitMediaFrom(bob);
    called.meeting().awaitMediaFrom(ada);
    double framesBefore = caller.meeting().stats().from(bob).orElseThrow().framesDecoded();

    caller.add(cleo);

    caller.page().waitForURL("**/room?id=*");
    called.page().waitForURL("**/room?id=*");
    RoomPage third = new RingDialog(cleos).await(ada).join();
    third.awaitMediaFrom(ada, bob);
    caller.meeting().awaitMediaFrom(bob, cleo);
    called.meeting().awaitMediaFrom(ada, cleo);
    double framesAfter = caller.meeting().stats().from(bob).orElseThrow().framesDecoded();
    assertTrue(framesAfter > framesBefore, "the same connection goes on and counts on");
    assertThat(caller.page().locator("#participants-toggle")).isVisible();
    assertThat(caller.page().locator("#room-title")).containsText("Ada");
    assertThat(third.tiles()).hasCount(3);

    called.page().reload();
    called.meeting().awaitSeat();
    called.meeting().awaitMediaFrom(ada, cleo);
    third.leave();
    assertThat(caller.meeting().toast(cleo.name() + " left")).isVisible();
  }
}
