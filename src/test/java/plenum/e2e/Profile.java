package plenum.e2e;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How somebody's browser profile is. One that nothing was changed of but by pages may be given back
 * and is another person's then, without cookies and what pages keep: most of what a page loads is
 * in its cache, which is two fifths of a page's work.
 *
 * @param scripts that every page begins with
 * @param allowed whether pages may use devices
 * @param believing whether it takes every certificate
 */
record Profile(
    Browser browser,
    URI site,
    List<String> scripts,
    boolean allowed,
    boolean believing,
    String language) {

  private static final Map<Profile, Deque<BrowserContext>> FREE = new HashMap<>();

  Profile {
    scripts = List.copyOf(scripts);
  }

  /** One that was given back, or else a new one. */
  BrowserContext open() {
    BrowserContext free = FREE.getOrDefault(this, new ArrayDeque<>()).poll();
    return free == null ? fresh() : free;
  }

  private BrowserContext fresh() {
    BrowserContext context =
        browser.newContext(
            new Browser.NewContextOptions()
                .setViewportSize(1280, 800)
                .setLocale(language)
                .setIgnoreHTTPSErrors(believing));
    context.setDefaultTimeout(Eventually.PATIENCE.toMillis());
    scripts.forEach(context::addInitScript);
    if (allowed) {
      context.grantPermissions(
          List.of("camera", "microphone", "clipboard-read", "clipboard-write"));
    }
    return context;
  }

  /** Closes its pages, and makes it like new for the next who opens one like it. */
  void giveBack(BrowserContext context) {
    List<Page> pages = context.pages();
    if (!canBeLikeNew(pages)) {
      context.close();
      return;
    }
    pages.subList(1, pages.size()).forEach(Page::close);
    pages.get(0).evaluate("localStorage.clear()");
    pages.get(0).close();
    context.clearCookies();
    FREE.computeIfAbsent(this, same -> new ArrayDeque<>()).add(context);
  }

  /**
   * A browser remembers what was answered when it asked for devices, and only a page of the site
   * can remove what its pages keep.
   */
  private boolean canBeLikeNew(List<Page> pages) {
    return allowed && !pages.isEmpty() && pages.get(0).url().startsWith(site.toString());
  }
}
