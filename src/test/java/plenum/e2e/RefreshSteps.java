package plenum.e2e;

import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;

/** A live page of administration that is fetched anew again and again, as in a long day. */
final class RefreshSteps {

  private static final int TIMES = 100;

  private static final int BATCHES = 3;

  /** One more, and its answer is on the page. */
  private static final String REFRESH =
      "times => new Promise(done => { const again = left => {  if (left === 0) return done(); "
          + " window.refresh();  const look = () => PrimeFaces.ajax.Queue.isEmpty() ? again(left -"
          + " 1) : setTimeout(look, 5);  setTimeout(look, 5); }; again(times); })";

  private final Page page;
  private final PageMetrics metrics;

  RefreshSteps(Page page) {
    this.page = page;
    this.metrics = new PageMetrics(page);
  }

  /**
   * Nothing is left of what was replaced: neither elements nor what listens to them. What comes to
   * the page meanwhile makes it larger once; what is left behind does so at each time.
   */
  void leaveNothingBehind() {
    page.evaluate(REFRESH, 5);
    List<String> grown = new ArrayList<>();
    for (int batch = 0; batch < BATCHES; batch++) {
      int elements = metrics.of("Nodes");
      int listeners = metrics.of("JSEventListeners");
      page.evaluate(REFRESH, TIMES);
      int more =
          Math.max(metrics.of("Nodes") - elements, metrics.of("JSEventListeners") - listeners);
      if (more < TIMES / 2) {
        metrics.close();
        return;
      }
      grown.add(elements + " elements, " + listeners + " listeners, " + more + " more");
    }
    throw new AssertionError(grown.toString());
  }
}
