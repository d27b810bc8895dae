package plenum.chat;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import org.eclipse.microprofile.metrics.MetricRegistry;
import plenum.chat.file.Uploads;
import plenum.metric.Described;

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
        Described.plain("plenum_chat_files", "Files in chats"), files, all -> all.get().count());
    registry.gauge(
        Described.bytes("plenum_chat_files_bytes", "Bytes of files in chats"),
        files,
        all -> all.get().bytes());
  }
}
