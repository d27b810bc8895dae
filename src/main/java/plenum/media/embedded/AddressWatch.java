package plenum.media.embedded;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import plenum.media.MediaWorker;
import plenum.time.Timers;

/** Looks again and again whether this machine has got another address, as https does. */
@ApplicationScoped
class AddressWatch {

  private static final Duration LOOK = Duration.ofSeconds(10);

  @Inject private EmbeddedNode node;
  @Inject private Timers timers;
  @Inject private MediaWorker worker;

  void begin(@Observes @Initialized(ApplicationScoped.class) Object application) {
    timers.after(LOOK, this::look);
  }

  private void look() {
    worker.execute(node::followAddresses);
    timers.after(LOOK, this::look);
  }
}
