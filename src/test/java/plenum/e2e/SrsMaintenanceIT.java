package plenum.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static plenum.e2e.Soon.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import plenum.testing.NeedsSrs;
import plenum.testing.PerClass;
import plenum.testing.RealSrs;
import plenum.testing.SrsSite;

/** An administrator takes one of two real SRS out while people meet there. */
@NeedsSrs
class SrsMaintenanceIT {

  @RegisterExtension
  static final PerClass<SrsSite> SITE =
      PerClass.site(
          () ->
              SrsSite.start(
                  2, Map.of("plenum.identity.mode", "local", "plenum.identity.guests", "true")));

  @RegisterExtension private final People people = new People(() -> SITE.get().server());

  private static boolean hasSessions(RealSrs node) {
    return node.access().clients().contains("rtc-");
  }

  private static RealSrs busy() {
    return SITE.get().nodes().stream()
        .filter(node -> node.access().publishers() > 0)
        .findFirst()
        .orElseThrow();
  }

  private static void click(Page page, String button) {
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button)).click();
  }

  private Person watching(String name) {
    return people.newcomer(name).startingWith(Scripts.KEEP_WHAT_WAS_SEEN).arrive();
  }

  @Test
  void aRoomMovesWhilePeopleStayInIt() {
    Page admin = AdministratorSteps.arrive(people, SITE.get().server());
    String room = people.room(people.roomName("Maintained"));
    Person ada = watching("Ada");
    Person bob = watching("Bob");
    RoomPage adasPage = ada.enter(room);
    RoomPage bobsPage = bob.enter(room);
    adasPage.awaitMediaFrom(bob);
    bobsPage.awaitMediaFrom(ada);
    adasPage.forgetWhatWasSeen();
    RealSrs before = busy();
    String name = before.access().settings().get("plenum.media.nodes");

    admin.navigate(SITE.get().server().url("/admin/nodes").toString());
    click(admin, "Take out: " + name);
    AdministrationIT.confirm(admin, "Take out");
    assertThat(admin.locator("#form\\:messages")).containsText("is out for maintenance");

    Eventually.eventually(
        "no session on the node that is out", () -> hasSessions(before), there -> !there);
    adasPage.awaitMediaFrom(bob);
    bobsPage.awaitMediaFrom(ada);
    assertEquals(List.of(2), adasPage.tileCountsSeen(), "nobody left");

    click(admin, "Put back: " + name);
    assertThat(admin.locator("#form\\:messages")).containsText("chosen again");
  }
}
