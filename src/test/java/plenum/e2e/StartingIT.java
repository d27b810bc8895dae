package plenum.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static plenum.e2e.Soon.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import plenum.testing.Chromium;
import plenum.testing.PlenumServer;

/** A page that is asked for while the server starts. */
class StartingIT {

  private final List<String> complaints = new ArrayList<>();

  /** A server that is killed leaves nothing behind but its data. */
  @Test
  void saysSoAndBecomesTheRealOneByItself(@TempDir Path temporary) throws IOException {
    PlenumServer server =
        PlenumServer.prepare(Map.of("java.io.tmpdir", temporary.toString())).checkedBefore();
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
      kill(server);
      try (Stream<Path> left = Files.list(temporary)) {
        assertEquals(List.of(), left.toList(), "among temporary files");
      }
    } finally {
      server.kill();
    }
  }

  /** Kills the process that serves; the one that started it ends then. */
  private static void kill(PlenumServer server) {
    ProcessHandle.of(server.pid()).stream()
        .flatMap(ProcessHandle::children)
        .forEach(ProcessHandle::destroyForcibly);
    assertNotEquals(0, server.awaitEnd().exit());
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
