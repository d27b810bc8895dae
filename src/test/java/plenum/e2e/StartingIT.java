package plenum.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static plenum.e2e.Soon.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import plenum.testing.Chromium;
import plenum.testing.PlenumServer;

/** A page that is asked for while the server starts. */
class StartingIT {

  private final List<String> complaints = new ArrayList<>();

  @Test
  void saysSoAndBecomesTheRealOneByItself() {
    PlenumServer server = PlenumServer.prepare(Map.of()).checkedBefore();
    try (Playwright playwright = Chromium.playwright();
        Browser browser = Chromium.launch(playwright)) {
      Page page = browser.newPage(new Browser.NewPageOptions().setLocale("de-DE"));
      page.onConsoleMessage(
          message -> {
            if (message.text().contains("Content Security Policy")) {
              complaints.add(message.text());
            }
          });
      server.launch();
      Eventually.eventually("an answer", () -> opens(page, server), opened -> opened);
      assertThat(page.getByRole(AriaRole.STATUS)).containsText("Plenum startet gerade");

      assertThat(page.locator("#name"))
          .isVisible(
              new LocatorAssertions.IsVisibleOptions().setTimeout(Eventually.PATIENCE.toMillis()));
      assertEquals(List.of(), complaints);
    } finally {
      server.stop();
    }
  }

  private static boolean opens(Page page, PlenumServer server) {
    try {
      page.navigate(server.url("/").toString());
      return true;
    } catch (PlaywrightException refused) {
      return false;
    }
  }
}
