package plenum.quality;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.inject.Produces;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.OptionalInt;
import plenum.media.node.MediaNode;
import plenum.room.Rooms;
import plenum.settings.MediaSettings;
import plenum.settings.QualitySettings;
import plenum.time.Timers;

/** Wires the book to the application. */
@ApplicationScoped
class QualityProducer {

  @Produces
  @Singleton
  @Typed({QualityBook.class, InMemoryQualityBook.class})
  InMemoryQualityBook book(
      Rooms rooms,
      QualitySettings settings,
      MediaSettings media,
      MediaNode node,
      Timers timers,
      Event<QualityReported> events) {
    return new InMemoryQualityBook(
        rooms,
        settings,
        flows(media, node, timers, settings),
        InstantSource.system(),
        System::nanoTime,
        report -> events.fire(new QualityReported(report)));
  }

  @Produces
  @ApplicationScoped
  QualityRecords records(QualityBook book, QualityStore store, ProblemStore problems) {
    return new KeptQuality(book, store, problems);
  }

  @Produces
  @ApplicationScoped
  JoinProblems problems(Rooms rooms, Event<JoinFailed> events) {
    return new JoinProblems(
        rooms,
        InstantSource.system(),
        System::nanoTime,
        problem -> events.fire(new JoinFailed(problem)));
  }

  /** An SRS would have to be asked over the network, all the time. */
  private static Flows flows(
      MediaSettings media, MediaNode node, Timers timers, QualitySettings settings) {
    return media.srs().inUse()
        ? (stream, interval) -> OptionalInt.empty()
        : new NodeFlows(node::clients, timers, System::nanoTime, settings.every());
  }
}
