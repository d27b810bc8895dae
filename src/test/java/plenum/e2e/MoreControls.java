package plenum.e2e;

import com.microsoft.playwright.Page;

/** Buttons of a meeting that are behind another one, unless the window is very wide. */
final class MoreControls {

  private MoreControls() {}

  /**
   * Presses one of them.
   *
   * @param button its id
   */
  static void press(Page page, String button) {
    if (!page.locator("#" + button).isVisible()) {
      page.locator("#more").click();
    }
    page.locator("#" + button).click();
  }
}
