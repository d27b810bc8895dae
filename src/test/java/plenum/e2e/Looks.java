package plenum.e2e;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.util.Locale;
import java.util.function.Consumer;

/** The ways in which a page is looked at. */
final class Looks {

  private Looks() {}

  /** Shows the page light and dark, without movement, and does something with each. */
  static void each(Page page, Consumer<String> look) {
    for (ColorScheme scheme : new ColorScheme[] {ColorScheme.LIGHT, ColorScheme.DARK}) {
      page.emulateMedia(
          new Page.EmulateMediaOptions()
              .setColorScheme(scheme)
              .setReducedMotion(ReducedMotion.REDUCE));
      look.accept(scheme.name().toLowerCase(Locale.ROOT));
    }
  }
}
