package plenum.e2e;

import static plenum.e2e.Eventually.eventually;
import static plenum.e2e.Soon.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;

/** The page for viewing, as a person uses it. */
final class WatchPage {

  private static final String FRAMES =
      "() => document.querySelector('#watch-video').getVideoPlaybackQuality().totalVideoFrames";

  private final Page page;

  WatchPage(Page page) {
    this.page = page;
  }

  static WatchPage open(Person person, String room) {
    return new WatchPage(person.open("/watch?room=" + room));
  }

  Page page() {
    return page;
  }

  Locator panel() {
    return page.locator("#state-panel");
  }

  Locator screen() {
    return page.locator("#watch-screen");
  }

  Locator state() {
    return page.locator("#watch-state");
  }

  /** Who is shown. */
  Locator now() {
    return page.locator("#watch-now");
  }

  Locator latency() {
    return page.locator("#watch-latency");
  }

  Locator onAir(Person person) {
    return page.getByTestId("on-air")
        .filter(new Locator.FilterOptions().setHasText(person.name()))
        .getByRole(AriaRole.BUTTON);
  }

  Locator format(String name) {
    return button(name);
  }

  Locator button(String name) {
    return page.getByRole(
        AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
  }

  /** Waits until the picture moves. */
  void awaitPicture() {
    assertThat(screen()).hasAttribute("data-state", "playing");
    int before = frames();
    eventually("frames that are decoded", this::frames, frames -> frames > before + 20);
  }

  private int frames() {
    return ((Number) page.evaluate(FRAMES)).intValue();
  }

  boolean isMuted() {
    return (Boolean) page.evaluate("() => document.querySelector('#watch-video').muted");
  }

  /** The addresses of what the page fetched so far that contain the text. */
  int fetched(String text) {
    String script =
        "text => performance.getEntriesByType('resource').filter((e) =>"
            + " e.name.includes(text)).length";
    return ((Number) page.evaluate(script, text)).intValue();
  }
}
