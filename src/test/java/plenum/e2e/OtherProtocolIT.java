package plenum.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static plenum.e2e.Soon.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A page that speaks no version of the protocol that the server speaks. */
class OtherProtocolIT {

  /** Until a tab is loaded for the second time, or ever if it is not, what it speaks is unknown. */
  private static final String ANOTHER_PROTOCOL =
      """
      sessionStorage.loads = Number(sessionStorage.loads ?? 0) + 1;
      const RealSocket = WebSocket;
      WebSocket = class extends RealSocket {
        constructor(url) {
          const foreign = sessionStorage.loads <= (sessionStorage.foreignLoads ?? 1);
          super(foreign ? url.replace(/protocol=[0-9]+/, "protocol=99") : url);
        }
      };
      """;

  @RegisterExtension final People people = new People();

  @Test
  void isLoadedAnewWhereTheServerHasOtherPages() {
    Person ada = people.newcomer("Ada").startingWith(ANOTHER_PROTOCOL).arrive();
    ada.context().route("**/api/settings", OtherProtocolIT::answerWithOtherPages);

    Page page = ada.open("/rooms");

    page.waitForFunction("() => sessionStorage.loads === '2'");
    assertThat(page.locator("#connection")).hasAttribute("data-state", "open");
  }

  @Test
  void saysSoAndIsNotLoadedAgainAndAgainWhereThatWouldNotHelp() {
    Person ada =
        people
            .newcomer("Ada")
            .startingWith("sessionStorage.foreignLoads = 99;" + ANOTHER_PROTOCOL)
            .arrive();

    Page page = ada.open("/rooms");

    assertThat(page.locator("#state-panel")).containsText("version 1 of the protocol");
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Reload the page")).click();
    page.waitForFunction("() => sessionStorage.loads === '2'");
    assertThat(page.locator("#state-panel")).containsText("version 1 of the protocol");
    assertEquals("2", page.evaluate("sessionStorage.loads"));
  }

  private static void answerWithOtherPages(Route route) {
    String text = route.fetch().text();
    route.fulfill(
        new Route.FulfillOptions()
            .setContentType("application/json")
            .setBody(text.replaceAll("\"pages\":\"[^\"]*\"", "\"pages\":\"others\"")));
  }
}
