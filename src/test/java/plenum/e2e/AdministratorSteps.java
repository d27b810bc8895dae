package plenum.e2e;

import com.microsoft.playwright.Page;
import plenum.testing.FirstAdministrator;
import plenum.testing.PlenumServer;

/** How the first administrator of a new server comes in. */
final class AdministratorSteps {

  private AdministratorSteps() {}

  /** By the link of the log; afterwards on the page of rooms. */
  static Page arrive(People people, PlenumServer server) {
    Page page =
        people
            .newcomer("Grace")
            .nameless()
            .withoutDevices()
            .arrive()
            .open("/welcome#" + FirstAdministrator.link(server));
    page.locator("#name").fill("Grace Hopper");
    page.locator("#password").fill("correct horse battery");
    page.locator("#again").fill("correct horse battery");
    page.locator("button[type=submit]").click();
    page.waitForURL("**/rooms");
    return page;
  }
}
