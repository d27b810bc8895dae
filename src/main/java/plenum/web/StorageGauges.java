package plenum.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import org.eclipse.microprofile.metrics.MetricRegistry;
import plenum.metric.Described;
import plenum.store.Storage;

/** What {@code /metrics} says about files. */
@ApplicationScoped
public class StorageGauges {

  @Inject MetricRegistry registry;
  @Inject Storage storage;

  void begin(@Observes @Initialized(ApplicationScoped.class) Object application) {
    registry.gauge(
        Described.plain("plenum_store_failing", "Files that cannot be written now"),
        storage,
        Storage::failing);
    registry.gauge(
        Described.plain(
            "plenum_store_failures", "Tries to write a file that failed since the start"),
        storage,
        Storage::failures);
  }
}
