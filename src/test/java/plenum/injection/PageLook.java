package plenum.injection;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import java.util.List;
import java.util.stream.Stream;
import plenum.testing.Browser;
import plenum.testing.Browsers;
import plenum.testing.PlenumServer;

/** Looks at pages in a real browser whether a text became an element of them, or a script ran. */
final class PageLook {

  private static final String SHOWN =
      "() => document.querySelector('#me, main') !== null"
          + " && (document.querySelector('#connection')?.dataset.state ?? 'open') === 'open'";
  private static final String ELEMENTS =
      "() => document.querySelectorAll('[data-injected]').length";

  private PageLook() {}

  /**
   * Opens pages one after another.
   *
   * @param texts a page of these has to show the payload of mark-up, as text
   */
  static void at(
      PlenumServer server, Browser known, List<String> paths, List<String> texts, Answers answers) {
    com.microsoft.playwright.Browser browser = Browsers.running().willing(server);
    try (BrowserContext context = browser.newContext()) {
      context.addCookies(cookies(server, known));
      Page page = context.newPage();
      for (String path : Stream.concat(paths.stream(), texts.stream()).toList()) {
        page.navigate(server.url(path).toString());
        page.waitForFunction(SHOWN);
        if (texts.contains(path)) {
          page.getByText(Payload.ELEMENT).first().waitFor();
        }
        answers.check(page.evaluate(ELEMENTS).equals(0), path + ": a text became an element");
        boolean evaluated = page.locator("body").innerText().contains(Payload.EVALUATED);
        answers.check(!evaluated, path + ": an expression was evaluated");
      }
    }
  }

  private static List<Cookie> cookies(PlenumServer server, Browser known) {
    return Stream.of(known.cookie().orElseThrow().split("; "))
        .map(pair -> pair.split("=", 2))
        .map(pair -> new Cookie(pair[0], pair[1]).setUrl(server.url("/").toString()))
        .toList();
  }
}
