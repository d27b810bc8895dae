package plenum.quality;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.inject.Produces;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import plenum.room.Rooms;
import plenum.settings.QualitySettings;

/** Wires the book to the application. */
@ApplicationScoped
class QualityProducer {

  @Produces
  @Singleton
  @Typed({QualityBook.class, InMemoryQualityBook.class})
  InMemoryQualityBook book(Rooms rooms, QualitySettings settings, Event<QualityReported> events) {
    return new InMemoryQualityBook(
        rooms,
        settings,
        InstantSource.system(),
        System::nanoTime,
        report -> events.fire(new QualityReported(report)));
  }
}
