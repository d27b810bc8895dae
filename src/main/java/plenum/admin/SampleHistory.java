package plenum.admin;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The samples of the last hour, and averages of the last day. Thread-safe, and never larger. */
final class SampleHistory {

  /** An hour of samples, one every ten seconds. */
  private static final int HOUR = 360;

  /** How many of them make one of the day's: five minutes. */
  private static final int STEP = 30;

  private static final int DAY = 288;

  private final Deque<Sample> hour = new ArrayDeque<>();
  private final Deque<Sample> day = new ArrayDeque<>();
  private int sinceStep;

  /** One more; the average of the last five minutes each time that they are over. */
  synchronized Optional<Sample> add(Sample sample) {
    keep(hour, sample, HOUR);
    sinceStep++;
    if (sinceStep < STEP) {
      return Optional.empty();
    }
    sinceStep = 0;
    Sample average = Sample.average(hour.stream().skip((long) hour.size() - STEP).toList());
    keep(day, average, DAY);
    return Optional.of(average);
  }

  /** What was kept of the day, before this history began. */
  synchronized void restore(List<Sample> earlier) {
    List<Sample> since = List.copyOf(day);
    day.clear();
    Stream.concat(earlier.stream(), since.stream()).forEach(sample -> keep(day, sample, DAY));
  }

  private static void keep(Deque<Sample> samples, Sample sample, int most) {
    samples.addLast(sample);
    if (samples.size() > most) {
      samples.removeFirst();
    }
  }

  /** Every ten seconds. */
  synchronized List<Sample> hour() {
    return List.copyOf(hour);
  }

  /** Averages of five minutes. */
  synchronized List<Sample> day() {
    return List.copyOf(day);
  }
}
