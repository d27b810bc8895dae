package plenum.bench;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * How long {@code plenum.jar} and the README's command take until people can meet, and the memory
 * of the server: idle, and in a meeting of ten Chromium pages.
 */
public final class StartBenchmark {

  private static final int STARTS = Integer.getInteger("plenum.bench.runs", 3);
  private static final int PEOPLE = 10;
  private static final int LINES = 180;
  private static final Duration REST = Duration.ofSeconds(30);

  private StartBenchmark() {}

  /** Measures; the first start of all prepares what later ones need, and is told apart. */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    JarBenchmark.run();
    MachineLoad.awaitQuiet();
    for (int start = 0; start <= STARTS; start++) {
      try (RunCommand run = RunCommand.start()) {
        System.out.printf(
            Locale.ROOT,
            "%s start: server's JVM after %.1f s, ready after %.1f s, load average %.1f%n",
            start > 0 ? "warm" : "first",
            run.launchedAfter().toMillis() / 1000.0,
            run.readyAfter().toMillis() / 1000.0,
            MachineLoad.now());
        if (start == 0) {
          run.awaitArchive();
        }
        if (start == STARTS) {
          memory(run);
        }
      }
    }
  }

  private static void memory(RunCommand run) throws IOException, InterruptedException {
    Thread.sleep(REST.toMillis());
    System.out.println("idle for 30 s: " + run.server().residentMegabytes() + " MB");
    try (BenchBrowser browser = new BenchBrowser()) {
      URI room = browser.newRoom(run.origin(), "Ten");
      List<Page> pages = new ArrayList<>();
      for (int i = 0; i < PEOPLE; i++) {
        BrowserContext person = browser.person(room, "Person " + i);
        pages.add(browser.enter(person, room, LINES));
      }
      long cpu = run.server().cpuNanos();
      Thread.sleep(REST.toMillis());
      double busy = (run.server().cpuNanos() - cpu) / 1e9 / REST.toSeconds();
      pages.forEach(StartBenchmark::awaitOthers);
      System.out.printf(
          Locale.ROOT,
          "ten people at 180p for 30 s: %d MB, %.0f %% of a core%n",
          run.server().residentMegabytes(),
          100 * busy);
    }
  }

  /** What was measured is a meeting only if everybody saw everybody. */
  private static void awaitOthers(Page page) {
    page.waitForFunction(
        "async (others) => (await plenumStats()).received"
            + ".filter(({ framesDecoded }) => framesDecoded > 100).length === others",
        PEOPLE - 1);
  }
}
