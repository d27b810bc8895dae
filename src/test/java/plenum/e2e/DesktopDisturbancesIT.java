package plenum.e2e;

import static plenum.e2e.Soon.assertThat;

import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import plenum.testing.Cable;
import plenum.testing.PerClass;
import plenum.testing.PlenumServer;

/** A shared screen lives through short disturbances; a long one frees the stage. */
class DesktopDisturbancesIT {

  /** It waits only shortly. */
  @RegisterExtension
  static final PerClass<PlenumServer> SERVER =
      PerClass.server(Map.of("plenum.signal.reconnect", "8s"));

  @RegisterExtension final People people = new People(SERVER);

  private String room;
  private Person bob;
  private DesktopPage bobs;

  @BeforeEach
  void bobWatches() {
    room = people.desktop(people.roomName("Storm"));
    bob = people.newcomer("Bob").withoutDevices().arrive();
    bobs = bob.enterDesktop(room);
  }

  private DesktopPage share(Person person) {
    DesktopPage page = person.enterDesktop(room);
    page.share();
    bobs.awaitScreenOf(person);
    return page;
  }

  @Test
  void aRestartOfTheServerBringsTheScreenBackByItself() {
    Person ada = people.named("Ada");
    DesktopPage adas = share(ada);

    SERVER.get().restart();

    assertThat(bobs.toast("The server was restarted")).isVisible();
    adas.awaitSharing();
    bobs.awaitScreenOf(ada);
  }

  @Test
  void theScreenIsSeenOnWhileTheConnectionOfWhoeverSharesIsBrokenShortly() {
    try (Cable cable = new Cable(SERVER.get())) {
      Person ada = people.newcomer("Ada").at(cable.address()).arrive();
      DesktopPage adas = share(ada);

      cable.pullOut();

      assertThat(bobs.rowOf(ada)).containsText("Reconnecting");
      bobs.awaitScreenOf(ada);

      cable.plugIn();

      assertThat(bobs.rowOf(ada)).not().containsText("Reconnecting");
      adas.awaitSharing();
      bobs.awaitScreenOf(ada);
    }
  }

  @Test
  void whoeverSharesAndStaysAwayFreesTheStage() {
    try (Cable cable = new Cable(SERVER.get())) {
      Person ada = people.newcomer("Ada").at(cable.address()).arrive();
      DesktopPage adas = share(ada);

      cable.pullOut();

      bobs.awaitState("free");
      assertThat(bobs.rowOf(ada)).hasCount(0);
      bobs.share();

      cable.plugIn();

      adas.awaitScreenOf(bob);
      assertThat(adas.ownScreen()).isHidden();
    }
  }

  @Test
  void whoeverWatchesAndReloadsSeesTheScreenAgain() {
    Person ada = people.named("Ada");
    share(ada);

    bobs.page().reload();

    bobs.awaitScreenOf(ada);
  }
}
