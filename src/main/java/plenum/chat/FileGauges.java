package plenum.chat;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import org.eclipse.microprofile.metrics.Metadata;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.MetricUnits;
import plenum.chat.file.Uploads;

/**
 * What {@code /metrics} says about files in chats.
 *
 * <p>Proxied, since it waits for the start of the application.
 */
@ApplicationScoped
public class FileGauges {

  private MetricRegistry registry;
  private Instance<Uploads> files;

  /** For the container's proxy. */
  protected FileGauges() {}

  @Inject
  FileGauges(MetricRegistry registry, Instance<Uploads> files) {
    this.registry = registry;
    this.files = files;
  }

  /** The files have no proxy: they are made after the settings were checked, when first asked. */
  void begin(@Observes @Initialized(ApplicationScoped.class) Object application) {
    registry.gauge(
        metadata("plenum_chat_files", "Files in chats", MetricUnits.NONE),
        files,
        all -> all.get().count());
    registry.gauge(
        metadata("plenum_chat_files_bytes", "Bytes of files in chats", MetricUnits.BYTES),
        files,
        all -> all.get().bytes());
  }

  private static Metadata metadata(String name, String description, String unit) {
    return Metadata.builder().withName(name).withDescription(description).withUnit(unit).build();
  }
}
