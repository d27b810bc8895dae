package plenum.bench;

import com.microsoft.playwright.Page;
import java.util.List;
import plenum.testing.KeptPeers;

/** What one person's page shows of another person, looked at again and again. */
final class Sight {

  /** Every page has to begin with it. */
  static final String KEEP_PEERS = KeptPeers.SCRIPT;

  private static final String STOPPED =
      """
      async () => {
        const isOpen = (peer) => peer.connectionState !== "closed";
        const reports = await Promise.all(keptPeers.filter(isOpen).map((peer) => peer.getStats()));
        return reports
          .flatMap((report) => [...report.values()])
          .filter(({ type, kind }) => type === "inbound-rtp" && kind === "video")
          .reduce((all, { totalFreezesDuration = 0 }) => all + totalFreezesDuration, 0);
      }
      """;

  private static final String LOOK =
      """
      async (name) => {
        const none = { received: [] };
        const late = new Promise((resolve) => setTimeout(() => resolve(none), 1000));
        const stats = window.plenumStats ? await Promise.race([plenumStats(), late]) : none;
        const one = stats.received.find((each) => each.name === name && each.source === "camera");
        return [one?.framesDecoded ?? 0, one?.way ?? "none"];
      }
      """;

  private final Page page;
  private final String of;
  private double pictures;
  private String way = "none";
  private long changedNanos = System.nanoTime();
  private long longestNanos;

  /**
   * @param of the other person's name, which nobody had before
   */
  Sight(Page page, String of) {
    this.page = page;
    this.of = of;
  }

  /** Looks; pictures of a connection that was made anew count, too. */
  void look() {
    List<?> seen = (List<?>) page.evaluate(LOOK, of);
    double now = ((Number) seen.get(0)).doubleValue();
    way = (String) seen.get(1);
    if (now != pictures && now > 0) {
      longestNanos = Math.max(longestNanos, System.nanoTime() - changedNanos);
      changedNanos = System.nanoTime();
      pictures = now;
    }
  }

  /** For how many seconds pictures stood still, as the browser counts it, since the page began. */
  double stoppedSeconds() {
    return ((Number) page.evaluate(STOPPED)).doubleValue();
  }

  boolean hasPictures() {
    return pictures > 0;
  }

  /** By which way they came when it looked last. */
  String way() {
    return way;
  }

  /** From now on. */
  void forget() {
    look();
    longestNanos = 0;
    changedNanos = System.nanoTime();
  }

  /** The longest time without a new picture, one that has not ended yet included. */
  double longestSeconds() {
    return Math.max(longestNanos, System.nanoTime() - changedNanos) / 1e9;
  }
}
