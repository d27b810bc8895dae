package plenum.media.stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import plenum.audit.AuditTrail;
import plenum.audit.PacedTrail;
import plenum.media.MediaWorker;
import plenum.media.StreamUnpublished;
import plenum.media.node.AirBoard;
import plenum.media.node.MediaNode;
import plenum.media.node.Placement;
import plenum.media.ticket.Tickets;
import plenum.settings.MediaSettings;
import plenum.settings.PaceSettings;

/** Wires streams and their doorkeeper to the application. */
@ApplicationScoped
class StreamsProducer {

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
  Doorkeeper doorkeeper(
      MediaSettings settings,
      Streams streams,
      Tickets tickets,
      MediaNode node,
      AuditTrail trail,
      PaceSettings paces) {
    return new Doorkeeper(
        settings, streams, tickets, node, new PacedTrail(trail, paces, System::nanoTime));
  }

  void offAir(@Observes StreamUnpublished gone, Streams streams) {
    streams.offAir(gone.stream());
  }
}
