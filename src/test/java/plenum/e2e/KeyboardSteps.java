package plenum.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Who has no mouse: everything of a page is reached by the Tab key, and one sees where one is. */
final class KeyboardSteps {

  /** No page of administration has more to reach on its first screen of lines. */
  private static final int MOST = 400;

  /** What can be pressed or typed in, as somebody sees it; each gets a number. */
  private static final String WANTED =
      """
      () => [...document.querySelectorAll("a[href], button, input, select, textarea, summary, th[tabindex]")]
        .filter((one) => one.checkVisibility({ visibilityProperty: true }) && !one.disabled && one.tabIndex >= 0
          && !one.closest("[inert], [aria-hidden=true]"))
        .map((one, number) => ((one.dataset.reach = number), String(number)))
      """;

  /** The number of what has the focus, what it is, and whether one sees that. */
  private static final String FOCUSED =
      """
      async () => {
        const bound = new Promise((resolve) => setTimeout(resolve, 1000));
        await Promise.race([Promise.allSettled(document.getAnimations().map(({ finished }) => finished)), bound]);
        const one = document.activeElement;
        const style = getComputedStyle(one);
        const box = one.getBoundingClientRect();
        const ring = style.outlineStyle !== "none" || style.boxShadow !== "none";
        const inside = box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth;
        const what = `ring ${ring}, on the screen ${inside}: ${one.outerHTML.slice(0, 200)}`;
        return { number: one.dataset?.reach ?? "", seen: ring && inside, what };
      }
      """;

  private final Page page;

  KeyboardSteps(Page page) {
    this.page = page;
  }

  /** Goes through the whole page, from its beginning. */
  void reachEverything() {
    page.evaluate("() => { document.activeElement.blur(); getSelection().removeAllRanges(); }");
    Set<Object> wanted = new TreeSet<>((List<?>) page.evaluate(WANTED));
    assertTrue(!wanted.isEmpty(), page.url());
    for (int i = 0; i < MOST && !wanted.isEmpty(); i++) {
      page.keyboard().press("Tab");
      Map<?, ?> focused = (Map<?, ?>) page.evaluate(FOCUSED);
      if (wanted.remove(focused.get("number"))) {
        assertEquals(Boolean.TRUE, focused.get("seen"), page.url() + " " + focused.get("what"));
      }
    }
    for (Object left : wanted) {
      String what = "number => document.querySelector(`[data-reach=\"${number}\"]`)?.outerHTML";
      throw new AssertionError(page.url() + " cannot be reached: " + page.evaluate(what, left));
    }
  }
}
