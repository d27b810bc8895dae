package plenum.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static plenum.e2e.Soon.assertThat;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import plenum.testing.Quick;

/** People share their screens in calls and rooms. */
class SharingIT {

  @RegisterExtension final People people = new People();

  private RoomPage called(Person ada, Person bob, Page bobs) {
    ada.onPeoplePage().call(bob);
    return new RingDialog(bobs).await(ada).acceptWithVideo().awaitTalk(ada).meeting();
  }

  @Test
  @Quick
  void aScreenSharedInACallIsSeenLargeUntilItIsStopped() {
    Person ada = people.named("Ada");
    Person bob = people.named("Bob");
    RoomPage bobsPage = called(ada, bob, bob.onRoomsPage().page());
    RoomPage adasPage = new RoomPage(ada.pages().get(0));
    adasPage.awaitMediaFrom(bob);

    adasPage.shareScreen();

    bobsPage.awaitScreenOf(ada);
    bobsPage.awaitMediaFrom(ada);
    assertThat(bobsPage.screenButton()).isHidden();
    assertThat(adasPage.screens()).hasCount(0);
    assertThat(adasPage.screenButton()).containsText("Stop sharing");

    adasPage.ownScreen().getByText("Stop sharing").click();

    assertThat(bobsPage.screens()).hasCount(0);
    assertThat(adasPage.ownScreen()).isHidden();
    assertThat(bobsPage.screenButton()).isVisible();
    bobsPage.awaitMediaFrom(ada);

    bobsPage.shareScreen();
    adasPage.awaitScreenOf(bob);
  }

  @Test
  void aScreenThatTheBrowserStopsLeavesTheStageToTheOther() {
    Person ada = people.newcomer("Ada").startingWith(Scripts.KEEP_SCREEN).arrive();
    Person bob = people.named("Bob");
    RoomPage bobsPage = called(ada, bob, bob.onRoomsPage().page());
    RoomPage adasPage = new RoomPage(ada.pages().get(0));
    adasPage.shareScreen();
    bobsPage.awaitScreenOf(ada);

    adasPage.page().evaluate("keptScreen.dispatchEvent(new Event('ended'))");

    assertThat(bobsPage.screens()).hasCount(0);
    assertThat(bobsPage.screenButton()).isVisible();
  }

  @Test
  void whoChoosesNothingToShareLeavesTheStageToTheOther() {
    Person ada = people.newcomer("Ada").startingWith(Scripts.ASKS_AND_SHARES_NOTHING).arrive();
    Person bob = people.named("Bob");
    RoomPage bobsPage = called(ada, bob, bob.onRoomsPage().page());
    RoomPage adasPage = new RoomPage(ada.pages().get(0));

    adasPage.screenButton().click();
    assertThat(bobsPage.screenButton()).isHidden();
    adasPage.page().evaluate("chooseNothing()");

    assertThat(bobsPage.screenButton()).isVisible();
    assertThat(adasPage.screenButton()).containsText("Share");
    bobsPage.shareScreen();
    adasPage.awaitScreenOf(bob);
  }

  @Test
  void aScreenGoesOnWhenTheCallBecomesARoomAndWhoComesSeesIt() {
    Person ada = people.named("Ada");
    Person bob = people.named("Bob");
    Person cleo = people.named("Cleo");
    RoomPage bobsPage = called(ada, bob, bob.onRoomsPage().page());
    Page cleos = cleo.onRoomsPage().page();
    RoomPage adasPage = new RoomPage(ada.pages().get(0));
    adasPage.shareScreen();
    bobsPage.awaitScreenOf(ada);

    new CallPage(bobsPage.page()).add(cleo);
    RoomPage third = new RingDialog(cleos).await(bob).join();

    third.awaitScreenOf(ada);
    third.awaitMediaFrom(ada, bob);
    bobsPage.awaitScreenOf(ada);
    assertThat(third.screenButton()).isHidden();
    assertEquals("connected", adasPage.stats().screen().state());
  }

  @Test
  void whoLeavesARoomTakesTheScreenAlong() {
    String room = people.room(people.roomName("Screens"));
    Person ada = people.named("Ada");
    Person bob = people.named("Bob");
    RoomPage adasPage = ada.enter(room);
    RoomPage bobsPage = bob.enter(room);
    adasPage.shareScreen();
    bobsPage.awaitScreenOf(ada);

    adasPage.leave();

    assertThat(bobsPage.screens()).hasCount(0);
    assertThat(bobsPage.screenButton()).isVisible();
  }
}
