package plenum.webhook;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import plenum.account.Trust;
import plenum.audit.AuditTrail;
import plenum.identity.Scope;
import plenum.identity.Secrets;
import plenum.right.Rights;
import plenum.settings.WebhookSettings;
import plenum.time.Timers;

/**
 * Webhooks, wired to the application. As many threads send as there are webhooks that have
 * something to send, and none while there are none.
 */
@ApplicationScoped
public class WebhookOffice {

  /** They are interrupted, and wait for nothing else. */
  private static final Duration LONGEST_END = Duration.ofSeconds(3);

  private ExecutorService threads;
  private Webhooks webhooks;

  /** For the container's proxy only. */
  protected WebhookOffice() {}

  @Inject
  WebhookOffice(
      WebhookSettings settings,
      WebhookStore store,
      Secrets secrets,
      Rights rights,
      AuditTrail trail,
      Timers timers) {
    threads = Executors.newCachedThreadPool(WebhookOffice::thread);
    webhooks =
        new Webhooks(
            store,
            actor -> rights.mayAdminister(actor, Scope.WEBHOOKS),
            trail,
            new Lane.Surroundings(
                settings,
                new SecretSeal(secrets.key("webhooks")),
                new LateSender(() -> sender(settings)),
                timers,
                threads,
                Clock.systemUTC(),
                System::nanoTime));
  }

  private Sender sender(WebhookSettings settings) {
    Trust trust = new Trust("plenum.webhooks.ca-file", settings.authority());
    return new HttpSender(settings, trust.context(), threads);
  }

  private static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "plenum-webhooks");
    thread.setDaemon(true);
    return thread;
  }

  /** Not at the first event, whose thread would wait for the store. */
  void begin(@Observes @Initialized(ApplicationScoped.class) Object application) {}

  public Webhooks webhooks() {
    return webhooks;
  }

  /** Waits for the threads: what they need is gone with the application. */
  @PreDestroy
  void stop() {
    webhooks.close();
    threads.shutdownNow();
    try {
      threads.awaitTermination(LONGEST_END.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException hurried) {
      Thread.currentThread().interrupt();
    }
  }
}
