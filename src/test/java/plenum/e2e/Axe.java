package plenum.e2e;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * axe-core with all its rules, in the page itself. Its own builder opens a tab for each look, where
 * it is read and compiled anew, and takes all that is well into Java: three fifths of the work. It
 * does so for frames of other sites, which no page of ours has.
 */
final class Axe {

  private static final String SOURCE = source();

  /** What is wrong, in words, and how many rules held. */
  private static final String LOOK =
      """
      async () => {
        if (document.querySelector("iframe")) {
          throw new Error("What is in frames is not looked at.");
        }
        const { violations, passes } = await axe.run(document, { resultTypes: ["violations"] });
        const told = violations.flatMap(({ id, nodes }) =>
          nodes.map(({ html, failureSummary }) => `${id}: ${html}\\n  ${failureSummary}\\n`),
        );
        return { violations: told.join(""), passes: passes.length };
      }
      """;

  private Axe() {}

  private static String source() {
    try (InputStream file = AxeBuilder.class.getResourceAsStream("/axe.min.js")) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /** What is wrong with the page as it is now; empty if nothing is. */
  static String violations(Page page) {
    if (Boolean.FALSE.equals(page.evaluate("'axe' in window"))) {
      // Not its value: that is all of axe-core.
      page.evaluate(SOURCE + "; 0");
    }
    Map<?, ?> found = (Map<?, ?>) page.evaluate(LOOK);
    assertTrue(((Number) found.get("passes")).intValue() > 0, "axe-core looked at nothing");
    return (String) found.get("violations");
  }
}
