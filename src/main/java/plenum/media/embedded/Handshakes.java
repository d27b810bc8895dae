package plenum.media.embedded;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.concurrent.atomic.LongAdder;
import org.eclipse.microprofile.metrics.MetricRegistry;
import plenum.metric.Described;
import plenum.metric.Histogram;
import plenum.metric.Histograms;

/**
 * What {@code /metrics} says about the embedded engine's DTLS handshakes.
 *
 * <p>Proxied, since it waits for the start of the application.
 */
@ApplicationScoped
public class Handshakes {

  private final Histogram times =
      new Histogram(
          "plenum_media_handshake_seconds",
          "How long DTLS handshakes took",
          0.05,
          0.1,
          0.25,
          0.5,
          1,
          2,
          4,
          8);

  private final LongAdder failures = new LongAdder();

  void begin(
      @Observes @Initialized(ApplicationScoped.class) Object application,
      MetricRegistry registry,
      Histograms histograms) {
    histograms.add(times);
    registry.gauge(
        Described.plain(
            "plenum_media_handshakes_failed", "DTLS handshakes that failed since the start"),
        failures::sum);
  }

  void complete(Duration took) {
    times.add(took);
  }

  void failed() {
    failures.increment();
  }
}
