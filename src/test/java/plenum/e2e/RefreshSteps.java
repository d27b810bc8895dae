package plenum.e2e;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;

/** A live page of administration that is fetched anew again and again, as in a long day. */
final class RefreshSteps {

  private static final int TIMES = 100;

  /** One more, and its answer is on the page. */
  private static final String REFRESH =
      "times => new Promise(done => { const again = left => {  if (left === 0) return done(); "
          + " window.refresh();  const look = () => PrimeFaces.ajax.Queue.isEmpty() ? again(left -"
          + " 1) : setTimeout(look, 5);  setTimeout(look, 5); }; again(times); })";

  private final Page page;
  private final CDPSession inspector;

  RefreshSteps(Page page) {
    this.page = page;
    this.inspector = page.context().newCDPSession(page);
    inspector.send("Performance.enable");
  }

  /** Nothing is left of what was replaced: neither elements nor what listens to them. */
  void leaveNothingBehind() {
    page.evaluate(REFRESH, 5);
    int elements = metric("Nodes");
    int listeners = metric("JSEventListeners");
    page.evaluate(REFRESH, TIMES);
    assertAbout(elements, metric("Nodes"));
    assertAbout(listeners, metric("JSEventListeners"));
    inspector.detach();
  }

  /** What others do meanwhile may add a few, but not one at each time. */
  private static void assertAbout(int before, int after) {
    assertTrue(after < before + TIMES / 2, after + " instead of " + before);
  }

  private int metric(String name) {
    inspector.send("HeapProfiler.collectGarbage");
    JsonObject answer = inspector.send("Performance.getMetrics");
    for (JsonElement one : answer.getAsJsonArray("metrics")) {
      JsonObject metric = one.getAsJsonObject();
      if (metric.get("name").getAsString().equals(name)) {
        return metric.get("value").getAsInt();
      }
    }
    throw new AssertionError(answer.toString());
  }
}
