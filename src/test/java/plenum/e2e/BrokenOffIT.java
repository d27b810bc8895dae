package plenum.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import plenum.testing.Chromium;
import plenum.testing.PlenumServer;

/** A page of which a module does not come, as when the browser's network changes meanwhile. */
class BrokenOffIT {

  private static final String MODULE = "**/signal/lobby.js";

  @Test
  void loadsItselfAgainUntilItIsWhole() {
    try (Playwright playwright = Chromium.playwright();
        Browser browser = Chromium.launch(playwright)) {
      Page page = browser.newPage();
      AtomicInteger asked = new AtomicInteger();
      page.route(
          MODULE,
          route -> {
            if (asked.incrementAndGet() <= 2) {
              route.abort("connectionreset");
            } else {
              route.resume();
            }
          });
      page.navigate(PlenumServer.shared().url("/rooms").toString());

      page.waitForFunction("() => 'running' in document.documentElement.dataset");
      page.waitForFunction("() => sessionStorage.getItem('plenum.again') === null");
      assertTrue(asked.get() >= 3, "it came at the third time: " + asked);
    }
  }

  @Test
  void givesUpWhereItNeverComes() {
    try (Playwright playwright = Chromium.playwright();
        Browser browser = Chromium.launch(playwright)) {
      Page page = browser.newPage();
      AtomicInteger loads = new AtomicInteger();
      page.onLoad(loaded -> loads.incrementAndGet());
      page.route(MODULE, route -> route.abort("connectionreset"));
      page.navigate(PlenumServer.shared().url("/rooms").toString());

      page.waitForCondition(() -> loads.get() == 4);
      assertEquals("3", page.evaluate("sessionStorage.getItem('plenum.again')"));
    }
  }
}
