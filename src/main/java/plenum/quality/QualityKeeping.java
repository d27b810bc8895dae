package plenum.quality;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.InstantSource;
import java.util.Optional;
import plenum.identity.PersonId;
import plenum.time.Timers;

/** Keeps what pages told. */
@ApplicationScoped
public class QualityKeeping {

  private QualityBook book;
  private Minutes minutes;

  /** For the container's proxy only. */
  protected QualityKeeping() {}

  @Inject
  QualityKeeping(QualityBook book, QualityStore store, Timers timers) {
    this.book = book;
    this.minutes = new Minutes(store, timers, InstantSource.system());
  }

  void keep(@Observes QualityReported reported) {
    minutes.add(reported.report(), () -> trouble(reported.report()));
  }

  /** What was told of somebody in the present minute is not kept. */
  void forget(PersonId person) {
    minutes.forget(person);
  }

  private Optional<Trouble> trouble(QualityReport report) {
    return book.meeting(report.room()).stream()
        .flatMap(meeting -> meeting.people().stream())
        .filter(person -> person.report().person().equals(report.person()))
        .findFirst()
        .flatMap(PersonQuality::trouble);
  }
}
