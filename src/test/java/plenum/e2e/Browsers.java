package plenum.e2e;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.util.Optional;
import org.junit.jupiter.api.extension.ExtensionContext;
import plenum.testing.Chromium;

/** The browser processes of a whole test run; the first that needs one starts it. */
final class Browsers implements AutoCloseable {

  private final Playwright playwright = Chromium.playwright();
  private Optional<Browser> willing = Optional.empty();
  private Optional<Browser> asking = Optional.empty();

  private Browsers() {
    PlaywrightAssertions.setDefaultAssertionTimeout(Eventually.PATIENCE.toMillis());
  }

  static Browsers of(ExtensionContext context) {
    return context
        .getRoot()
        .getStore(ExtensionContext.Namespace.GLOBAL)
        .getOrComputeIfAbsent(Browsers.class, key -> new Browsers(), Browsers.class);
  }

  /** Lets every page use the fake devices. */
  Browser willing() {
    Browser browser =
        willing.filter(Browser::isConnected).orElseGet(() -> Chromium.launch(playwright));
    willing = Optional.of(browser);
    return browser;
  }

  /** Lets pages use the fake devices only after somebody allowed it, and nobody does. */
  Browser asking() {
    Browser browser =
        asking.filter(Browser::isConnected).orElseGet(() -> Chromium.launchAsking(playwright));
    asking = Optional.of(browser);
    return browser;
  }

  /** A process that serves one person alone; whoever started it ends it. */
  Browser own() {
    return Chromium.launch(playwright);
  }

  @Override
  public void close() {
    willing.ifPresent(Browser::close);
    asking.ifPresent(Browser::close);
    playwright.close();
  }
}
