package plenum.testing;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import plenum.testing.Chromium.Trait;

/**
 * The browser processes of this JVM, which runs many classes of tests; the first that needs one
 * starts it, and they end with the JVM.
 */
public final class Browsers {

  /** For assertions about pages; far longer than a quiet machine needs. */
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private static Optional<Browsers> all = Optional.empty();

  private final Playwright playwright = Chromium.playwright();
  private final Map<Set<Trait>, Browser> running = new HashMap<>();

  private Browsers() {
    PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE.toMillis());
  }

  /** JUnit's own store lasts for one class, where Maven runs them one by one. */
  public static synchronized Browsers running() {
    Browsers running = all.orElseGet(Browsers::new);
    all = Optional.of(running);
    return running;
  }

  /** Lets every page of that server use the fake devices. */
  public Browser willing(PlenumServer server) {
    return shared(traits(server));
  }

  /** Lets people share a tab. */
  public Browser sharingTabs(PlenumServer server, Trait... more) {
    Set<Trait> traits = EnumSet.of(Trait.TABS, more);
    traits.addAll(traits(server));
    return shared(traits);
  }

  /** Lets pages use the fake devices only after somebody allowed it, and nobody does. */
  public Browser asking() {
    return shared(Set.of(Trait.ASKING));
  }

  /** A process that serves one person alone; whoever started it ends it. */
  public Browser own(PlenumServer server) {
    return Chromium.launch(playwright, traits(server));
  }

  /** The whole browser in a process of its own, whose user has this home. */
  public Browser at(Path home) {
    return Chromium.launch(playwright, Set.of(Trait.WHOLE), Map.of("HOME", home.toString()));
  }

  /** Kills the browser's main process, which takes all the others along, without a word. */
  public static void crash(Browser browser) {
    for (JsonObject process : Chromium.processes(browser)) {
      if (process.get("type").getAsString().equals("browser")) {
        ProcessHandle.of(process.get("id").getAsLong()).orElseThrow().destroyForcibly();
      }
    }
  }

  private static Set<Trait> traits(PlenumServer server) {
    return server.hasSrs() ? Set.of(Trait.ONE_ADDRESS) : Set.of();
  }

  private Browser shared(Set<Trait> traits) {
    return running.compute(
        traits,
        (same, before) ->
            before != null && before.isConnected() ? before : Chromium.launch(playwright, same));
  }
}
