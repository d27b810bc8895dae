package plenum.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static plenum.e2e.Eventually.eventually;
import static plenum.e2e.Soon.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Route;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import plenum.testing.Browsers;
import plenum.testing.Cable;
import plenum.testing.PerClass;
import plenum.testing.PlenumServer;
import plenum.testing.Quick;

/** Meetings live through what happens to browsers, networks and servers. */
class DisturbancesIT {

  /** It waits only shortly. */
  @RegisterExtension
  static final PerClass<PlenumServer> SERVER =
      PerClass.server(Map.of("plenum.signal.reconnect", "8s"));

  @RegisterExtension final People people = new People(SERVER);

  private String room;
  private Person ada;
  private RoomPage adasPage;

  @BeforeEach
  void adaIsInARoom() {
    room = people.room(people.roomName("Storm"));
    ada = people.newcomer("Ada").startingWith(Scripts.KEEP_WHAT_WAS_SEEN).arrive();
    adasPage = ada.enter(room);
  }

  private static void answerAsAfterAnUpgrade(Route route) {
    String settings = route.fetch().text();
    String upgraded = settings.replaceAll("\"pages\":\"[^\"]+\"", "\"pages\":\"others\"");
    assertNotEquals(settings, upgraded);
    route.fulfill(new Route.FulfillOptions().setContentType("application/json").setBody(upgraded));
  }

  private RoomPage meet(Person other) {
    RoomPage page = other.enter(room);
    adasPage.awaitMediaFrom(other);
    page.awaitMediaFrom(ada);
    return page;
  }

  @Test
  @Quick
  void aReloadKeepsTheSeatAndTheOthersSeeNoGhost() {
    Person bob = people.named("Bob");
    RoomPage bobsPage = meet(bob);
    adasPage.forgetWhatWasSeen();

    bobsPage.page().reload();

    bobsPage.awaitSeat();
    bobsPage.awaitMediaFrom(ada);
    adasPage.awaitMediaFrom(bob);
    assertThat(adasPage.tileOf(bob)).not().containsText("Reconnecting");
    assertEquals(List.of(2), adasPage.tileCountsSeen(), "numbers of tiles that Ada ever saw");
    assertEquals(List.of(), adasPage.toastsSeen());
  }

  @Test
  void aBrokenConnectionComesBackAndTheMeetingGoesOnMeanwhile() {
    try (Cable cable = new Cable(SERVER.get())) {
      Person bob = people.newcomer("Bob").at(cable.address()).arrive();
      RoomPage bobsPage = meet(bob);
      adasPage.forgetWhatWasSeen();

      cable.pullOut();

      assertThat(adasPage.tileOf(bob)).containsText("Reconnecting");
      assertThat(bobsPage.banner("connection")).containsText("Reconnecting");
      bobsPage.awaitMediaFrom(ada);

      cable.plugIn();

      assertThat(bobsPage.banner("connection")).hasCount(0);
      assertThat(adasPage.tileOf(bob)).not().containsText("Reconnecting");
      adasPage.awaitMediaFrom(bob);
      assertEquals(List.of(2), adasPage.tileCountsSeen(), "numbers of tiles that Ada ever saw");
      assertThat(bobsPage.statePanel()).isHidden();
    }
  }

  @Test
  void aPersonWhoseNetworkStaysAwayHasLeft() {
    try (Cable cable = new Cable(SERVER.get())) {
      Person bob = people.newcomer("Bob").at(cable.address()).arrive();
      meet(bob);

      cable.pullOut();

      assertThat(adasPage.tileOf(bob)).containsText("Reconnecting");
      assertThat(adasPage.tileOf(bob)).hasCount(0);
      assertEquals(List.of(bob.name() + " joined", bob.name() + " left"), adasPage.toastsSeen());
    }
  }

  @Test
  void aPersonWhoComesBackTooLateTakesASeatAgain() {
    try (Cable cable = new Cable(SERVER.get())) {
      Person bob = people.newcomer("Bob").at(cable.address()).arrive();
      RoomPage bobsPage = meet(bob);
      cable.pullOut();
      assertThat(adasPage.tileOf(bob)).hasCount(0);

      cable.plugIn();

      assertThat(adasPage.tileOf(bob)).isVisible();
      adasPage.awaitMediaFrom(bob);
      bobsPage.awaitMediaFrom(ada);
    }
  }

  @Test
  void aBrowserThatCrashedIsAwaitedAndThenGone() {
    Browser process = people.browsers().own(SERVER.get());
    Person bob = people.newcomer("Bob").in(process).arrive();
    meet(bob);

    Browsers.crash(process);

    assertThat(adasPage.tileOf(bob)).containsText("Reconnecting");
    assertThat(adasPage.tileOf(bob)).hasCount(0);
    assertEquals(List.of(), adasPage.stats().received());
  }

  @Test
  void aSecondTabOfOnePersonTakesTheSeat() {
    Person bob = people.named("Bob");
    RoomPage first = meet(bob);
    adasPage.forgetWhatWasSeen();

    RoomPage second = bob.enter(room);

    assertThat(first.statePanel()).containsText("You continued in another tab");
    second.awaitMediaFrom(ada);
    adasPage.awaitMediaFrom(bob);
    assertThat(adasPage.tileOf(bob)).hasCount(1);
    assertThat(ada.onRoomsPage().person(bob.name())).hasCount(1);
    assertEquals(List.of(2), adasPage.tileCountsSeen(), "numbers of tiles that Ada ever saw");

    first.statePanel().getByText("Use this tab").click();

    first.awaitSeat();
    assertThat(second.statePanel()).containsText("You continued in another tab");
    first.awaitMediaFrom(ada);
    adasPage.awaitMediaFrom(bob);
  }

  @Test
  void aRestartOfTheServerIsToldAndTheMeetingGoesOn() {
    Person bob = people.newcomer("Bob").startingWith(Scripts.KEEP_WHAT_WAS_SEEN).arrive();
    RoomPage bobsPage = meet(bob);
    RoomsPage adasList = ada.onRoomsPage();
    adasList.page().evaluate("window.isOld = true");
    bob.context().route("**/api/settings", DisturbancesIT::answerAsAfterAnUpgrade);
    ada.context().route("**/api/settings", DisturbancesIT::answerAsAfterAnUpgrade);

    SERVER.get().restart();

    adasList.page().waitForFunction("() => !window.isOld");
    assertThat(bobsPage.banner("newer")).containsText("The server was upgraded.");
    for (RoomPage page : List.of(adasPage, bobsPage)) {
      eventually(
          "news of the restart",
          page::toastsSeen,
          toasts -> toasts.contains("The server was restarted; you are back."));
      assertThat(page.banner("connection")).hasCount(0);
      assertThat(page.tiles()).hasCount(2);
    }
    adasPage.awaitMediaFrom(bob);
    bobsPage.awaitMediaFrom(ada);
  }
}
