package plenum.e2e;

import static plenum.e2e.Soon.assertThat;

import com.microsoft.playwright.Page;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import plenum.testing.Cable;
import plenum.testing.PerClass;
import plenum.testing.PlenumServer;

/** Calls live through short disturbances, and end for both when somebody does not come back. */
class CallDisturbancesIT {

  /** It waits only shortly. */
  @RegisterExtension
  static final PerClass<PlenumServer> SERVER =
      PerClass.server(Map.of("plenum.signal.reconnect", "15s", "plenum.call.ring", "15s"));

  @RegisterExtension final People people = new People(SERVER);

  private Person ada;
  private PeoplePage adas;

  @BeforeEach
  void adaSeesTheOthers() {
    ada = people.named("Ada");
    adas = ada.onPeoplePage();
  }

  private CallPage accept(Page page) {
    return new RingDialog(page).await(ada).acceptWithVideo().awaitTalk(ada);
  }

  @Test
  void aCallThatNobodyAnswersIsMissedByBoth() {
    Person bob = people.named("Bob");
    PeoplePage bobs = bob.onPeoplePage();
    CallPage caller = adas.call(bob).awaitRinging(bob);
    new RingDialog(bobs.page()).await(ada);

    PeoplePage back = PeoplePage.awaitReturn(caller.page(), bob.name() + " did not answer");

    assertThat(back.recentCalls().first()).containsText("Not answered");
    new RingDialog(bobs.page()).awaitNone();
    assertThat(bobs.toast("You missed a call from " + ada.name())).isVisible();
    assertThat(bobs.recentCalls().first()).containsText("Missed");
    assertThat(bobs.stateOf(ada)).hasText("Available");
  }

  @Test
  void aCallerWhoseTabIsClosedRingsNoMore() {
    Person bob = people.named("Bob");
    PeoplePage bobs = bob.onPeoplePage();
    CallPage caller = adas.call(bob).awaitRinging(bob);
    new RingDialog(bobs.page()).await(ada);

    caller.page().close();

    new RingDialog(bobs.page()).awaitNone();
    assertThat(bobs.toast("You missed a call from " + ada.name())).isVisible();
  }

  @Test
  void theCallGoesOnWhileTheConnectionIsBrokenShortly() {
    try (Cable cable = new Cable(SERVER.get())) {
      Person bob = people.newcomer("Bob").at(cable.address()).arrive();
      Page bobs = bob.onPeoplePage().page();
      CallPage caller = adas.call(bob);
      CallPage called = accept(bobs);
      caller.meeting().awaitMediaFrom(bob);

      cable.pullOut();

      assertThat(called.meeting().banner("connection")).containsText("Reconnecting");
      assertThat(caller.meeting().tileOf(bob)).containsText("Reconnecting");

      cable.plugIn();

      assertThat(called.meeting().banner("connection")).hasCount(0);
      assertThat(caller.meeting().tileOf(bob)).not().containsText("Reconnecting");
      caller.meeting().awaitMediaFrom(bob);
      called.meeting().awaitMediaFrom(ada);
    }
  }

  @Test
  void whoseNetworkStaysAwayLosesTheCallAndBothAreToldSo() {
    try (Cable cable = new Cable(SERVER.get())) {
      Person bob = people.newcomer("Bob").at(cable.address()).arrive();
      Page bobs = bob.onPeoplePage().page();
      CallPage caller = adas.call(bob);
      CallPage called = accept(bobs);

      cable.pullOut();

      PeoplePage.awaitReturn(caller.page(), "The connection to " + bob.name() + " was lost");

      cable.plugIn();

      PeoplePage.awaitReturn(called.page(), "This call is over");
    }
  }

  @Test
  void aRestartOfTheServerEndsWhatRings() {
    Person bob = people.named("Bob");
    PeoplePage bobs = bob.onPeoplePage();
    CallPage caller = adas.call(bob).awaitRinging(bob);
    new RingDialog(bobs.page()).await(ada);

    SERVER.get().restart();

    // First what is gone after seconds: the two pages come back up to twelve seconds apart.
    PeoplePage.awaitReturn(caller.page(), "This call is over");
    new RingDialog(bobs.page()).awaitNone();
    assertThat(new PeoplePage(caller.page()).callButton(bob)).isEnabled();
  }
}
