package plenum.bench;

import java.io.IOException;
import java.net.URI;
import java.util.Map;
import plenum.testing.PlenumServer;

/**
 * How long it takes, in a real Chromium on loopback, to enter a room where somebody publishes:
 * until the first picture of the other is on the page, and until the own stream is connected; and
 * where the time goes.
 */
public final class FirstFrameBenchmark {

  private FirstFrameBenchmark() {}

  /** What is told, as the time from one mark of {@code first-frame.js} to another. */
  private static Intervals intervals() {
    return new Intervals()
        .tell("first frame shown after join-room was sent", "joinSent", "frameShown")
        .tell("first frame shown after navigation", "", "frameShown")
        .tell("publisher connected after it began", "publishBegan", "publishConnected")
        .tell("publisher connected after its offer was posted", "publishPosted", "publishConnected")
        .tell("publisher connected after navigation", "", "publishConnected")
        .tell("- page: navigation to document", "", "documentCame")
        .tell("- page: document to socket asked for", "documentCame", "scriptsRan")
        .tell("- signal: socket open", "scriptsRan", "socketOpen")
        .tell("- signal: welcome", "socketOpen", "welcomed")
        .tell("- page: welcome to join-room sent", "welcomed", "joinSent")
        .tell("- signal: join-room answered", "joinSent", "seated")
        .tell("- play: seat to connection made", "seated", "playBegan")
        .tell("- play: connection made to ticket", "playBegan", "playTicket")
        .tell("- play: connection made to offer posted", "playBegan", "playPosted")
        .tell("- play: offer answered", "playPosted", "playAnswered")
        .tell("- play: answer to path (ICE)", "playAnswered", "playPath")
        .tell("- play: path to connected (DTLS)", "playPath", "playConnected")
        .tell("- play: connected to first frame received", "playConnected", "frameReceived")
        .tell("- play: first frame received to shown", "frameReceived", "frameShown")
        .tell("- devices: asked to open", "devicesAsked", "devicesOpen")
        .tell("- publish: seat to connection made", "seated", "publishBegan")
        .tell("- publish: connection made to ticket", "publishBegan", "publishTicket")
        .tell("- publish: connection made to offer posted", "publishBegan", "publishPosted")
        .tell("- publish: offer answered", "publishPosted", "publishAnswered")
        .tell("- publish: answer to path (ICE)", "publishAnswered", "publishPath")
        .tell("- publish: path to connected (DTLS)", "publishPath", "publishConnected");
  }

  /** Measures, and prints medians and the slowest. */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    MachineLoad.awaitQuiet();
    PlenumServer server = PlenumServer.start(Map.of());
    try (BenchBrowser browser = new BenchBrowser()) {
      URI room = browser.newRoom(server.url("/"), "First frame");
      browser.enter(browser.person(room, "Publisher"), room, 360);
      Intervals entries = intervals();
      Entries.measure(
          browser.person(room, "Newcomer"),
          room,
          "plenumMarks.frameShown && plenumMarks.publishConnected",
          entries);
      Entries.print("entries", browser.version(), entries);
    } finally {
      server.stop();
    }
  }
}
