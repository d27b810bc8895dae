package plenum.media.viewing;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.concurrent.TimeUnit;
import plenum.media.node.MediaNode;
import plenum.media.stream.Doorkeeper;
import plenum.media.stream.Streams;
import plenum.settings.MediaSettings;

/** Wires viewing to the application. */
@ApplicationScoped
class ViewingProducer {

  @Resource(lookup = "java:comp/DefaultManagedScheduledExecutorService")
  private ManagedScheduledExecutorService threads;

  @Produces
  @Singleton
  Viewings viewings(Streams streams) {
    return new Viewings(streams);
  }

  @Produces
  @Singleton
  LiveDoor door(
      MediaSettings settings,
      Doorkeeper doorkeeper,
      Streams streams,
      MediaNode node,
      Viewings viewings) {
    return new LiveDoor(settings, doorkeeper, streams, node, viewings, new NodeHttp());
  }

  void begin(@Observes @Initialized(ApplicationScoped.class) Object application, Viewings all) {
    threads.scheduleWithFixedDelay(all::sweep, 1, 1, TimeUnit.SECONDS);
  }

  void end(@Disposes Viewings viewings) {
    viewings.stop();
  }
}
