package plenum.quality;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.Tag;
import plenum.metric.Described;
import plenum.metric.Histogram;
import plenum.metric.Histograms;

/**
 * What {@code /metrics} says about the quality of meetings.
 *
 * <p>Proxied, since it waits for the start of the application.
 */
@ApplicationScoped
public class QualityGauges {

  private static final int GOOD = 40;

  /** The words of scores; each person is one of them. */
  private static final Map<String, Predicate<Score>> WORDS =
      Map.of(
          "good", score -> score.tenths() >= GOOD,
          "fair", score -> score.tenths() < GOOD && !score.isBad(),
          "bad", Score::isBad);

  private final Histogram firstFrames =
      new Histogram(
          "plenum_quality_first_frame_seconds",
          "How long people waited for a first picture",
          0.25,
          0.5,
          1,
          2,
          4,
          8,
          16);

  private final Map<JoinStep, LongAdder> failures = new EnumMap<>(JoinStep.class);
  private MetricRegistry registry;
  private Histograms histograms;
  private QualityBook book;

  /** For the container's proxy. */
  protected QualityGauges() {}

  @Inject
  QualityGauges(MetricRegistry registry, Histograms histograms, QualityBook book) {
    this.registry = registry;
    this.histograms = histograms;
    this.book = book;
    for (JoinStep step : JoinStep.values()) {
      failures.put(step, new LongAdder());
    }
  }

  void begin(@Observes @Initialized(ApplicationScoped.class) Object application) {
    WORDS.forEach(
        (word, is) ->
            gauge(
                "plenum_quality_people",
                "People in meetings by how good these are for them",
                () -> people(is),
                new Tag("quality", word)));
    for (Cause cause : Cause.values()) {
      gauge(
          "plenum_quality_troubled",
          "People for whom a meeting is bad, by the probable cause",
          () -> troubled(cause),
          tag("cause", cause));
    }
    failures.forEach(
        (step, count) ->
            gauge(
                "plenum_quality_join_failures",
                "Times that somebody could not join with picture and sound, by what failed",
                count::sum,
                tag("step", step)));
    histograms.add(firstFrames);
  }

  private static Tag tag(String name, Enum<?> word) {
    return new Tag(name, word.name().toLowerCase(Locale.ROOT));
  }

  private void gauge(String name, String description, Supplier<Number> value, Tag... tags) {
    registry.gauge(Described.plain(name, description), value, Supplier::get, tags);
  }

  private long people(Predicate<Score> is) {
    return book.latest().stream().flatMap(report -> report.score().stream()).filter(is).count();
  }

  private long troubled(Cause cause) {
    return book.meetings().stream()
        .flatMap(meeting -> meeting.people().stream())
        .flatMap(person -> person.trouble().stream())
        .filter(trouble -> trouble.cause() == cause)
        .count();
  }

  void count(@Observes QualityReported reported) {
    for (StreamQuality stream : reported.report().streams()) {
      stream.figures().firstFrame().ifPresent(millis -> firstFrames.add(Duration.ofMillis(millis)));
    }
  }

  void count(@Observes JoinFailed failed) {
    failures.get(failed.problem().step()).increment();
  }
}
