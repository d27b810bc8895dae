package plenum.bench;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.DoubleStream;
import plenum.testing.PlenumServer;

/**
 * How long it takes, in a real Chromium on loopback, to enter a room where somebody publishes:
 * until the first picture of the other is on the page, and until the own stream is connected; and
 * where the time goes.
 */
public final class FirstFrameBenchmark {

  private static final int WARM_UP = Integer.getInteger("plenum.bench.entries.warm-up", 5);
  private static final int ENTRIES = Integer.getInteger("plenum.bench.entries", 15);
  private static final int PAUSE_MILLIS = 1500;

  /** What is told, as the time from one mark of {@code first-frame.js} to another. */
  private static final Map<String, List<String>> INTERVALS = new LinkedHashMap<>();

  static {
    told("first frame shown after join-room was sent", "joinSent", "frameShown");
    told("first frame shown after navigation", "", "frameShown");
    told("publisher connected after it began", "publishBegan", "publishConnected");
    told("publisher connected after its offer was posted", "publishPosted", "publishConnected");
    told("publisher connected after navigation", "", "publishConnected");
    told("- page: navigation to document", "", "documentCame");
    told("- page: document to scripts running", "documentCame", "scriptsRan");
    told("- signal: socket open", "scriptsRan", "socketOpen");
    told("- signal: welcome", "socketOpen", "welcomed");
    told("- signal: join-room answered", "joinSent", "seated");
    told("- play: seat to connection made", "seated", "playBegan");
    told("- play: connection made to ticket", "playBegan", "playTicket");
    told("- play: connection made to offer posted", "playBegan", "playPosted");
    told("- play: offer answered", "playPosted", "playAnswered");
    told("- play: answer to path (ICE)", "playAnswered", "playPath");
    told("- play: path to connected (DTLS)", "playPath", "playConnected");
    told("- play: connected to first frame received", "playConnected", "frameReceived");
    told("- play: first frame received to shown", "frameReceived", "frameShown");
    told("- devices: asked to open", "devicesAsked", "devicesOpen");
    told("- publish: seat to connection made", "seated", "publishBegan");
    told("- publish: connection made to ticket", "publishBegan", "publishTicket");
    told("- publish: connection made to offer posted", "publishBegan", "publishPosted");
    told("- publish: offer answered", "publishPosted", "publishAnswered");
    told("- publish: answer to path (ICE)", "publishAnswered", "publishPath");
    told("- publish: path to connected (DTLS)", "publishPath", "publishConnected");
  }

  private FirstFrameBenchmark() {}

  private static void told(String what, String from, String to) {
    INTERVALS.put(what, List.of(from, to));
  }

  /** Measures, and prints medians and the slowest. */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    MachineLoad.awaitQuiet();
    PlenumServer server = PlenumServer.start(Map.of());
    try (BenchBrowser browser = new BenchBrowser()) {
      URI room = browser.newRoom(server.url("/"), "First frame");
      browser.enter(browser.person(room, "Publisher"), room, 360);
      List<Map<String, Double>> entries = enter(browser.person(room, "Newcomer"), room);
      System.out.printf(
          Locale.ROOT,
          "Chromium %s, %d entries after %d, load average %.1f%n",
          browser.version(),
          entries.size(),
          WARM_UP,
          MachineLoad.now());
      print(entries);
    } finally {
      server.stop();
    }
  }

  private static List<Map<String, Double>> enter(BrowserContext person, URI room)
      throws InterruptedException {
    person.addInitScript(script());
    List<Map<String, Double>> entries = new ArrayList<>();
    Page page = person.newPage();
    for (int i = 0; i < WARM_UP + ENTRIES; i++) {
      page.navigate(room.toString());
      page.waitForFunction("() => plenumMarks.frameShown && plenumMarks.publishConnected");
      if (i >= WARM_UP) {
        entries.add(marks(page));
      }
      page.navigate("about:blank");
      Thread.sleep(PAUSE_MILLIS);
    }
    return entries;
  }

  private static Map<String, Double> marks(Page page) {
    Map<String, Double> marks = new LinkedHashMap<>();
    Map<?, ?> told = (Map<?, ?>) page.evaluate("() => plenumMarks");
    told.forEach((name, time) -> marks.put((String) name, ((Number) time).doubleValue()));
    return marks;
  }

  private static void print(List<Map<String, Double>> entries) {
    System.out.println("| milliseconds | median | fastest | slowest |\n|---|---|---|---|");
    INTERVALS.forEach(
        (what, marks) -> {
          double[] sorted = intervals(entries, marks.get(0), marks.get(1));
          if (sorted.length > 0) {
            System.out.printf(
                Locale.ROOT,
                "| %s | %.0f | %.0f | %.0f |%n",
                what,
                sorted[sorted.length / 2],
                sorted[0],
                sorted[sorted.length - 1]);
          }
        });
  }

  private static double[] intervals(List<Map<String, Double>> entries, String from, String to) {
    return entries.stream()
        .filter(marks -> marks.containsKey(to) && (from.isEmpty() || marks.containsKey(from)))
        .flatMapToDouble(marks -> DoubleStream.of(marks.get(to) - marks.getOrDefault(from, 0.0)))
        .sorted()
        .toArray();
  }

  private static String script() {
    try (InputStream script = FirstFrameBenchmark.class.getResourceAsStream("first-frame.js")) {
      return new String(script.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
