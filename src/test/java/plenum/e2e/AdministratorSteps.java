package plenum.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Page;
import java.util.Map;
import plenum.testing.FirstAdministrator;
import plenum.testing.PlenumServer;

/** How the first administrator of a new server comes in. */
final class AdministratorSteps {

  /** Changes a setting as the page of settings does. */
  private static final String SET =
      """
      async ({ name, value }) => {
        const headers = { "Content-Type": "application/json", "If-Match": "*" };
        const body = JSON.stringify({ value });
        return (await fetch(`/api/admin/settings/${name}`, { method: "PUT", headers, body })).status;
      }
      """;

  private AdministratorSteps() {}

  /** Changes a setting of the site by an administrator's page. */
  static void set(Page administrator, String name, String value) {
    assertEquals(200, administrator.evaluate(SET, Map.of("name", name, "value", value)));
  }

  /** By the link of the log; afterwards on the page of rooms. */
  static Page arrive(People people, PlenumServer server) {
    return arrive(people.newcomer("Grace").nameless().withoutDevices().arrive(), server);
  }

  /** The same, as somebody who is nameless yet. */
  static Page arrive(Person nameless, PlenumServer server) {
    Page page = nameless.open("/welcome#" + FirstAdministrator.link(server));
    page.locator("#name").fill("Grace Hopper");
    page.locator("#password").fill("correct horse battery");
    page.locator("#again").fill("correct horse battery");
    page.locator("button[type=submit]").click();
    page.waitForURL("**/rooms");
    return page;
  }
}
