package plenum.media.embedded;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.concurrent.Executor;
import plenum.media.MediaWorker;
import plenum.time.Timers;

/**
 * Looks again and again whether this machine has got another address, as https does. Each look
 * follows the one before, which may wait for a port.
 *
 * <p>Proxied, since it begins with the application.
 */
@ApplicationScoped
class AddressWatch {

  private static final Duration LOOK = Duration.ofSeconds(10);

  private Runnable follow;
  private Timers timers;
  private Executor worker;

  /** For the container's proxy. */
  protected AddressWatch() {}

  @Inject
  AddressWatch(EmbeddedNode node, Timers timers, MediaWorker worker) {
    this(node::followAddresses, timers, worker);
  }

  AddressWatch(Runnable follow, Timers timers, Executor worker) {
    this.follow = follow;
    this.timers = timers;
    this.worker = worker;
  }

  void begin(@Observes @Initialized(ApplicationScoped.class) Object application) {
    timers.after(LOOK, this::look);
  }

  private void look() {
    worker.execute(this::followAndGoOn);
  }

  private void followAndGoOn() {
    try {
      follow.run();
    } finally {
      timers.after(LOOK, this::look);
    }
  }
}
