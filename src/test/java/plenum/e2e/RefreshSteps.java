package plenum.e2e;

import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import plenum.testing.LiveObjects;
import plenum.testing.PlenumServer;

/** A live page of administration that is fetched anew again and again, as in a long day. */
final class RefreshSteps {

  private static final int TIMES = 100;

  private static final int BATCHES = 6;

  /** One more, and its answer is on the page. */
  private static final String REFRESH =
      "times => new Promise(done => { const again = left => {  if (left === 0) return done(); "
          + " window.refresh();  const look = () => PrimeFaces.ajax.Queue.isEmpty() ? again(left -"
          + " 1) : setTimeout(look, 5);  setTimeout(look, 5); }; again(times); })";

  /**
   * Bytes that so many answers may leave in the server: the container keeps some objects of its own
   * for the next requests.
   */
  private static final long KEPT = 100_000;

  private final Page page;
  private final PlenumServer server;
  private final PageMetrics metrics;

  RefreshSteps(Page page, PlenumServer server) {
    this.page = page;
    this.server = server;
    this.metrics = new PageMetrics(page);
  }

  /**
   * Nothing is left of what was replaced: in the browser neither elements nor what listens to them,
   * in the server no view. What comes to the page meanwhile makes it larger once; what is left
   * behind does so at each time, in the browser and in the server, each looked at by itself.
   */
  void leaveNothingBehind() {
    page.evaluate(REFRESH, TIMES); // Caches are full, what is compiled is compiled.
    List<String> grown = new ArrayList<>();
    boolean browserKeeps = true;
    boolean serverKeeps = true;
    for (int batch = 0; batch < BATCHES; batch++) {
      int elements = metrics.of("Nodes");
      int listeners = metrics.of("JSEventListeners");
      long kept = LiveObjects.bytes(server);
      page.evaluate(REFRESH, TIMES);
      elements = metrics.of("Nodes") - elements;
      listeners = metrics.of("JSEventListeners") - listeners;
      kept = LiveObjects.bytes(server) - kept;
      grown.add("%d elements, %d listeners, %d bytes".formatted(elements, listeners, kept));
      browserKeeps &= Math.max(elements, listeners) >= TIMES / 2;
      serverKeeps &= kept >= KEPT;
      if (!browserKeeps && !serverKeeps) {
        metrics.close();
        return;
      }
    }
    throw new AssertionError(grown.toString());
  }
}
