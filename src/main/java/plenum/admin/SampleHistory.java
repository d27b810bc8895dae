package plenum.admin;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

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

  synchronized void add(Sample sample) {
    keep(hour, sample, HOUR);
    sinceStep++;
    if (sinceStep == STEP) {
      sinceStep = 0;
      keep(day, Sample.average(hour.stream().skip((long) hour.size() - STEP).toList()), DAY);
    }
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
