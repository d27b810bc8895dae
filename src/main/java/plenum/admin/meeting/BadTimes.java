package plenum.admin.meeting;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import plenum.admin.meeting.Happening.Kind;
import plenum.quality.QualityMinute;
import plenum.quality.Score;
import plenum.quality.Trouble;

/**
 * When it was bad for whom, from the minutes that are kept: one time for minutes that follow each
 * other and have the same cause.
 *
 * @param words why, in the page's language
 * @param reader as whose language writes scores
 */
record BadTimes(Function<Trouble, String> words, Locale reader) {

  private static final Duration MINUTE = Duration.ofMinutes(1);

  /**
   * @param stays when people were there; a minute is kept whole of which somebody was there a part
   */
  List<Happening> of(List<QualityMinute> minutes, List<Stay> stays) {
    Map<String, List<QualityMinute>> byPerson = new LinkedHashMap<>();
    minutes.stream()
        .filter(minute -> minute.worst().isBad())
        .forEach(
            minute ->
                byPerson
                    .computeIfAbsent(minute.person().value(), one -> new ArrayList<>())
                    .add(minute));
    return byPerson.values().stream()
        .flatMap(own -> times(own).stream())
        .map(time -> whileThere(time, stays))
        .toList();
  }

  private static Happening whileThere(Happening time, List<Stay> stays) {
    List<Stay> during =
        stays.stream()
            .filter(stay -> stay.person().equals(time.person()))
            .filter(stay -> stay.joined().isBefore(time.until()) && stay.left().isAfter(time.at()))
            .toList();
    Instant from =
        during.stream()
            .map(Stay::joined)
            .min(Comparator.naturalOrder())
            .filter(time.at()::isBefore)
            .orElse(time.at());
    Instant until =
        during.stream()
            .map(Stay::left)
            .max(Comparator.naturalOrder())
            .filter(time.until()::isAfter)
            .orElse(time.until());
    return new Happening(from, until, time.person(), time.name(), time.kind(), time.detail());
  }

  private List<Happening> times(List<QualityMinute> bad) {
    List<Happening> times = new ArrayList<>();
    for (int first = 0; first < bad.size(); ) {
      int next = first + 1;
      while (next < bad.size() && goesOn(bad.get(next - 1), bad.get(next))) {
        next++;
      }
      times.add(time(bad.subList(first, next)));
      first = next;
    }
    return times;
  }

  private static boolean goesOn(QualityMinute before, QualityMinute minute) {
    Instant end = before.at().plus(MINUTE);
    return !minute.at().isAfter(end) && minute.trouble().equals(before.trouble());
  }

  private Happening time(List<QualityMinute> minutes) {
    QualityMinute first = minutes.get(0);
    Instant end = minutes.get(minutes.size() - 1).at().plus(MINUTE);
    double score =
        minutes.stream().map(QualityMinute::worst).mapToDouble(Score::value).min().orElseThrow();
    String worst = String.format(reader, "%.1f", score);
    Optional<String> why = first.trouble().map(words);
    return new Happening(
        first.at(),
        end,
        first.person().value(),
        first.personName(),
        Kind.BAD,
        why.map(cause -> worst + ", " + cause).orElse(worst));
  }
}
