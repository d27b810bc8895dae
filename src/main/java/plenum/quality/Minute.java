package plenum.quality;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

/** The reports of one person in one room in one minute, summed up. */
final class Minute {

  private final Instant begun;
  private QualityReport last;
  private Score worst;
  private Optional<Trouble> trouble = Optional.empty();
  private Optional<Way> way = Optional.empty();
  private boolean doubtful;

  private final Mean score = new Mean();
  private final Mean sentBitrate = new Mean();
  private final Mean receivedBitrate = new Mean();
  private final Mean sentLost = new Mean();
  private final Mean receivedLost = new Mean();
  private final Mean roundTrip = new Mean();
  private final Mean jitter = new Mean();
  private int freezes;
  private int frozen;

  /** The minute that begins then, with its first report. */
  Minute(Instant begun, QualityReport first, Score firstScore, Supplier<Optional<Trouble>> why) {
    this.begun = begun;
    this.last = first;
    this.worst = firstScore;
    sum(first, firstScore);
    trouble = firstScore.isBad() ? why.get() : Optional.empty();
  }

  Instant begun() {
    return begun;
  }

  /** Whether a report of the minute that begins then is of this one. */
  boolean has(QualityReport report, Instant minute) {
    return begun.equals(minute) && last.room().equals(report.room());
  }

  /**
   * One more report.
   *
   * @param why is asked when it is the worst so far
   */
  void add(QualityReport report, Score its, Supplier<Optional<Trouble>> why) {
    last = report;
    sum(report, its);
    if (its.compareTo(worst) < 0) {
      worst = its;
      trouble = its.isBad() ? why.get() : Optional.empty();
    }
  }

  private void sum(QualityReport report, Score its) {
    score.add(its.tenths());
    int sent = 0;
    int received = 0;
    for (StreamQuality stream : report.streams()) {
      int bitrate = stream.figures().bitrate().orElse(0);
      if (stream.isReceived()) {
        received += bitrate;
        sumReceived(stream.figures());
      } else {
        sent += bitrate;
        sentLost.add(stream.figures().lost());
      }
      sumAny(stream);
    }
    sentBitrate.add(sent);
    receivedBitrate.add(received);
  }

  private void sumReceived(Figures figures) {
    receivedLost.add(figures.lost());
    jitter.add(figures.jitter());
    freezes += figures.freezes().orElse(0);
    frozen += figures.frozen().orElse(0);
  }

  private void sumAny(StreamQuality stream) {
    roundTrip.add(stream.figures().roundTrip());
    doubtful |= stream.doubtful();
    if (way.isEmpty() || stream.way().filter(it -> it.compareTo(way.get()) > 0).isPresent()) {
      way = stream.way();
    }
  }

  /** What is to be kept. */
  QualityMinute minute() {
    return new QualityMinute(
        begun,
        last.room(),
        last.roomName(),
        last.person(),
        last.name(),
        last.browser(),
        way,
        new Score(score.value().orElseThrow()),
        worst,
        trouble,
        new Averages(
            sentBitrate.value().orElse(0),
            receivedBitrate.value().orElse(0),
            sentLost.value(),
            receivedLost.value(),
            roundTrip.value(),
            jitter.value(),
            freezes,
            frozen),
        doubtful);
  }
}
