package plenum.media.embedded;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.Tag;
import plenum.engine.LoopStatus;
import plenum.metric.Described;
import plenum.settings.MediaSettings;

/**
 * What {@code /metrics} says about each of the embedded engine's loops, the first of which is 1;
 * all 0 for those that there are not.
 *
 * <p>Proxied, since it waits for the start of the application.
 */
@ApplicationScoped
public class LoopGauges {

  private static final double NANOS = 1e9;

  private record Figure(String description, ToDoubleFunction<LoopStatus> value) {}

  private static final Map<String, Figure> FIGURES =
      Map.of(
          "sessions", new Figure("Publishers and players of a loop now", LoopStatus::sessions),
          "cpu_seconds",
              new Figure("CPU time of a loop since the start", loop -> loop.cpuNanos() / NANOS),
          "handed_over",
              new Figure(
                  "Datagrams that came to a loop and were another's", LoopStatus::handedOver));

  private MetricRegistry registry;
  private EmbeddedNode node;
  private MediaSettings settings;

  /** For the container's proxy. */
  protected LoopGauges() {}

  @Inject
  LoopGauges(MetricRegistry registry, EmbeddedNode node, MediaSettings settings) {
    this.registry = registry;
    this.node = node;
    this.settings = settings;
  }

  void begin(@Observes @Initialized(ApplicationScoped.class) Object application) {
    for (int loop = 0; loop < Engines.loops(settings.transport().loops()); loop++) {
      int number = loop;
      FIGURES.forEach((name, figure) -> register(number, name, figure));
    }
  }

  private void register(int loop, String name, Figure figure) {
    registry.gauge(
        Described.plain("plenum_media_loop_" + name, figure.description()),
        node,
        engine -> now(engine.loops(), loop, figure),
        new Tag("loop", Integer.toString(loop + 1)));
  }

  private static double now(List<LoopStatus> loops, int loop, Figure figure) {
    return loop < loops.size() ? Math.max(0, figure.value().applyAsDouble(loops.get(loop))) : 0;
  }
}
