package plenum.admin;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.text.Collator;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Stream;
import plenum.quality.MeetingQuality;
import plenum.quality.PersonQuality;
import plenum.quality.QualityRecords;
import plenum.quality.StreamQuality;
import plenum.web.Page;

/** How good every stream is at every page, those first that have been bad, and probably why. */
@Named("streams")
@RequestScoped
public class StreamsPage {

  @Inject QualityRecords quality;
  @Inject Causes causes;
  @Inject Page page;

  private List<StreamView> all;

  public List<StreamView> all() {
    if (all == null) {
      all = those(stream -> true);
    }
    return all;
  }

  /** Those alone that have been bad for a while, in the same order. */
  List<StreamView> bad() {
    return those(stream -> stream.lately().bad());
  }

  private List<StreamView> those(Predicate<StreamQuality> wanted) {
    return quality.live().stream()
        .flatMap(meeting -> streams(meeting, wanted))
        .sorted(badFirst())
        .toList();
  }

  /** Lines that change places with each report could not be read. */
  private Comparator<StreamView> badFirst() {
    Collator names = Collator.getInstance(page.locale());
    return Comparator.comparing(StreamView::lately)
        .reversed()
        .thenComparing(StreamView::meeting, names)
        .thenComparing(StreamView::person, names)
        .thenComparing(StreamView::of, names)
        .thenComparing(StreamView::kind);
  }

  /** Those of one meeting. */
  public List<StreamView> of(String room) {
    return all().stream().filter(stream -> stream.room().equals(room)).toList();
  }

  private Stream<StreamView> streams(MeetingQuality meeting, Predicate<StreamQuality> wanted) {
    return meeting.people().stream().flatMap(person -> streams(meeting, person, wanted));
  }

  private Stream<StreamView> streams(
      MeetingQuality meeting, PersonQuality person, Predicate<StreamQuality> wanted) {
    String cause = cause(meeting, person);
    Locale reader = page.locale();
    return person.report().streams().stream()
        .filter(wanted)
        .map(stream -> StreamView.of(meeting, person, stream, cause, reader));
  }

  /** In words, and whose it is where that is somebody else. */
  private String cause(MeetingQuality meeting, PersonQuality person) {
    return person
        .trouble()
        .map(
            trouble ->
                causes.word(trouble.cause())
                    + meeting.people().stream()
                        .map(PersonQuality::report)
                        .filter(report -> report.person().equals(trouble.of()))
                        .filter(report -> !report.person().equals(person.report().person()))
                        .map(report -> ": " + report.name())
                        .findFirst()
                        .orElse(""))
        .orElse("");
  }
}
