package plenum.testing;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The link that a server prints as long as nobody looks after its accounts. */
public final class FirstAdministrator {

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Pattern LINK = Pattern.compile("welcome#(administrator\\.[A-Za-z0-9_-]+)");

  private FirstAdministrator() {}

  /** What stands behind the number sign. */
  public static String link(PlenumServer server) {
    String output =
        Waiting.until(
            "the first link", PATIENCE, server::output, told -> LINK.matcher(told).find());
    Matcher link = LINK.matcher(output);
    if (!link.find()) {
      throw new AssertionError(output);
    }
    return link.group(1);
  }
}
