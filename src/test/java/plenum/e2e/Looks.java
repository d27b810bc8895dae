package plenum.e2e;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.util.Locale;
import java.util.function.Consumer;

/** The ways in which a page is looked at. */
final class Looks {

  /**
   * Colours may fade from one to the other, and are painted a moment later. What inherits its
   * colour begins to fade when what it is in has: as often as elements are nested.
   */
  private static final String SETTLED =
      """
      async () => {
        const bound = new Promise((resolve) => setTimeout(resolve, 3000));
        const painted = () => new Promise((resolve) => requestAnimationFrame(resolve));
        const running = () => document.getAnimations().filter(({ playState }) => playState === "running");
        const settled = async () => {
          do {
            await Promise.allSettled(running().map(({ finished }) => finished));
            await painted();
            await painted();
          } while (running().length > 0);
        };
        await Promise.race([settled(), bound]);
      }
      """;

  private Looks() {}

  /** Shows the page light and dark, without movement, and does something with each. */
  static void each(Page page, Consumer<String> look) {
    for (ColorScheme scheme : new ColorScheme[] {ColorScheme.LIGHT, ColorScheme.DARK}) {
      page.emulateMedia(
          new Page.EmulateMediaOptions()
              .setColorScheme(scheme)
              .setReducedMotion(ReducedMotion.REDUCE));
      page.evaluate(SETTLED);
      look.accept(scheme.name().toLowerCase(Locale.ROOT));
    }
  }
}
