package plenum.bench;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Keyboard;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import plenum.testing.PlenumServer;

/**
 * How long after a key was pressed in one real Chromium its letter is painted in another one, in a
 * room in which both see and hear each other: real-time text, ten letters a second.
 */
public final class TextBenchmark {

  private static final String TEXT =
      "The quick brown fox jumps over the lazy dog, and goes on to the next one. ";

  private static final int ROUNDS = 4;
  private static final int WARM_UP = 1;
  private static final int PAUSE_MILLIS = 100;
  private static final int SETTLE_MILLIS = 1_500;

  /** When the line had how many letters: on the typing side as the field has them. */
  private static final String TYPING =
      """
      () => {
        window.plenumTyped = {};
        document.getElementById("chat-text").addEventListener("input", ({ target }) => {
          window.plenumTyped[target.value.length] = performance.timeOrigin + performance.now();
        });
      }
      """;

  /** On the reading side at the frame after they are in the document. */
  private static final String READING =
      """
      () => {
        window.plenumRead = {};
        new MutationObserver(() => requestAnimationFrame(() => {
          const length = document.querySelector(".live__text")?.textContent.length ?? 0;
          const now = performance.timeOrigin + performance.now();
          for (let i = length; i > 0 && window.plenumRead[i] === undefined; i -= 1) {
            window.plenumRead[i] = now;
          }
        })).observe(document.getElementById("chat-live"),
          { subtree: true, childList: true, characterData: true });
      }
      """;

  private TextBenchmark() {}

  /** Measures, and prints percentiles. */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    MachineLoad.awaitQuiet();
    PlenumServer server = PlenumServer.start(Map.of());
    try (BenchBrowser one = new BenchBrowser();
        BenchBrowser other = new BenchBrowser()) {
      URI site = server.url("/rooms");
      BrowserContext ada = one.person(site, "Ada");
      BrowserContext bob = other.person(site, "Bob");
      URI room = one.newRoom(site, "Text");
      Page typing = one.enter(ada, room, 360);
      Page reading = other.enter(bob, room, 360);
      print(measure(typing, reading), one.version());
    } finally {
      server.stop();
    }
  }

  private static List<Double> measure(Page typing, Page reading) throws InterruptedException {
    typing.keyboard().press("t");
    typing.evaluate(TYPING);
    reading.evaluate(READING);
    List<Double> latencies = new ArrayList<>();
    for (int i = 0; i < WARM_UP + ROUNDS; i++) {
      typing.keyboard().type(TEXT, new Keyboard.TypeOptions().setDelay(PAUSE_MILLIS));
      Thread.sleep(SETTLE_MILLIS);
      if (i >= WARM_UP) {
        latencies.addAll(round(typing, reading));
      }
      typing.keyboard().press("Enter");
      Thread.sleep(SETTLE_MILLIS);
      typing.evaluate("() => (window.plenumTyped = {})");
      reading.evaluate("() => (window.plenumRead = {})");
    }
    return latencies;
  }

  private static List<Double> round(Page typing, Page reading) {
    Map<?, ?> typed = (Map<?, ?>) typing.evaluate("window.plenumTyped");
    Map<?, ?> read = (Map<?, ?>) reading.evaluate("window.plenumRead");
    List<Double> latencies = new ArrayList<>();
    typed.forEach(
        (length, at) -> {
          Number seen = (Number) read.get(length);
          latencies.add(seen == null ? Double.POSITIVE_INFINITY : seen.doubleValue() - number(at));
        });
    return latencies;
  }

  private static double number(Object value) {
    return ((Number) value).doubleValue();
  }

  private static void print(List<Double> latencies, String version) {
    double[] sorted = latencies.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    System.out.printf(
        Locale.ROOT,
        "Chromium %s, %d letters, load average %.1f%n"
            + "key to the letter painted at the other side: median %.0f, p95 %.0f, worst %.0f ms%n",
        version,
        sorted.length,
        MachineLoad.now(),
        percentile(sorted, 0.5),
        percentile(sorted, 0.95),
        Arrays.stream(sorted).max().orElse(Double.NaN));
  }

  private static double percentile(double[] sorted, double part) {
    return sorted[(int) Math.ceil(part * sorted.length) - 1];
  }
}
