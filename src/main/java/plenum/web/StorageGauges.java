package plenum.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import org.eclipse.microprofile.metrics.Metadata;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.MetricUnits;
import plenum.store.Storage;

/** What {@code /metrics} says about files. */
@ApplicationScoped
public class StorageGauges {

  @Inject MetricRegistry registry;
  @Inject Storage storage;

  void begin(@Observes @Initialized(ApplicationScoped.class) Object application) {
    registry.gauge(
        metadata("plenum_store_failing", "Files that cannot be written now"),
        storage,
        Storage::failing);
    registry.gauge(
        metadata("plenum_store_failures", "Tries to write a file that failed since the start"),
        storage,
        Storage::failures);
  }

  private static Metadata metadata(String name, String description) {
    return Metadata.builder()
        .withName(name)
        .withDescription(description)
        .withUnit(MetricUnits.NONE)
        .build();
  }
}
