package plenum.e2e;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;

/** What Chromium counts of a page, after its garbage is collected. */
final class PageMetrics implements AutoCloseable {

  private final CDPSession inspector;

  PageMetrics(Page page) {
    this.inspector = page.context().newCDPSession(page);
    inspector.send("Performance.enable");
  }

  /** One of them, such as {@code Nodes}. */
  int of(String name) {
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

  @Override
  public void close() {
    inspector.detach();
  }
}
