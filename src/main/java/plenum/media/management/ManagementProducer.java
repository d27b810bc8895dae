package plenum.media.management;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.concurrent.TimeUnit;
import plenum.media.doors.Envelope;
import plenum.media.node.MediaNode;
import plenum.settings.MediaSettings;
import plenum.settings.Release;

/** Wires the management API to the application. */
@ApplicationScoped
class ManagementProducer {

  @Resource(lookup = "java:comp/DefaultManagedScheduledExecutorService")
  private ManagedScheduledExecutorService threads;

  @Produces
  @Singleton
  Administrators administrators(MediaSettings settings) {
    return new Administrators(settings, System::nanoTime);
  }

  @Produces
  @Singleton
  ByteRates rates(MediaNode node) {
    return new ByteRates(node, System::nanoTime);
  }

  @Produces
  @Singleton
  ManagementDoor door(MediaNode node, Envelope envelope, ByteRates rates, Release release) {
    return new ManagementDoor(
        node, envelope, new Listing(rates, Clock.systemUTC()), new Machine(release.version()));
  }

  void begin(@Observes @Initialized(ApplicationScoped.class) Object application, ByteRates rates) {
    long interval = ByteRates.INTERVAL.toSeconds();
    threads.scheduleAtFixedRate(rates::count, interval, interval, TimeUnit.SECONDS);
  }
}
