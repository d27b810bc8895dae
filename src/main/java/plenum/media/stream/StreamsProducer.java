package plenum.media.stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.lang.System.Logger.Level;
import plenum.audit.AuditTrail;
import plenum.audit.PacedTrail;
import plenum.media.MediaWorker;
import plenum.media.StreamUnpublished;
import plenum.media.node.AirBoard;
import plenum.media.node.MediaNode;
import plenum.media.node.Placement;
import plenum.media.ticket.Tickets;
import plenum.settings.Current;
import plenum.settings.MediaSettings;
import plenum.settings.PaceSettings;
import plenum.time.Timers;

/** Wires streams and their doorkeeper to the application. */
@ApplicationScoped
class StreamsProducer {

  private static final System.Logger LOG = System.getLogger(StreamsProducer.class.getName());

  @Produces
  @Singleton
  Streams streams(
      MediaSettings settings,
      MediaNode node,
      Placement placement,
      AirBoard board,
      Tickets tickets,
      MediaWorker worker) {
    return new Streams(settings, node, placement, board, tickets, worker);
  }

  @Produces
  @Singleton
  Receivers receivers(
      MediaSettings settings,
      MediaNode node,
      Placement placement,
      Tickets tickets,
      Timers timers,
      MediaWorker worker) {
    return new Receivers(settings, node, placement, tickets, timers, worker);
  }

  @Produces
  @Singleton
  Doorkeeper doorkeeper(
      MediaSettings settings,
      Streams streams,
      Receivers receivers,
      Tickets tickets,
      MediaNode node,
      AuditTrail trail,
      Current<PaceSettings> paces) {
    return new Doorkeeper(
        settings,
        streams,
        receivers,
        tickets,
        node,
        new PacedTrail(trail, paces, System::nanoTime));
  }

  /**
   * Reads the paces while the application starts: the threads that first ask the doorkeeper are the
   * server's, which do not see the application's settings.
   */
  void begin(
      @Observes @Initialized(ApplicationScoped.class) Object application,
      Current<PaceSettings> paces) {
    LOG.log(Level.DEBUG, "Refusals are kept within {0}", paces.now().names());
  }

  void offAir(@Observes StreamUnpublished gone, Streams streams) {
    streams.offAir(gone.stream());
  }
}
