package plenum.admin.meeting;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import plenum.admin.meeting.Happening.Kind;
import plenum.admin.meeting.Lane.Bar;

/**
 * Draws a meeting: a line for each person, in the order in which they came; then those who were not
 * there, and could not join, or acted.
 *
 * @param texts the page's sentences
 */
record Drawing(Map<String, String> texts, Held held, List<Happening> happenings) {

  /** Lines that somebody can look through; the table has the others. */
  static final int MOST = 100;

  /** The width of a whole line, and the smallest that is seen. */
  private static final int WIDTH = 1000;

  private static final int SMALLEST = 4;

  List<Lane> lanes() {
    Map<String, String> names = new LinkedHashMap<>();
    held.stays().forEach(stay -> names.putIfAbsent(stay.person(), stay.name()));
    happenings.stream()
        .filter(one -> !one.person().isEmpty())
        .forEach(one -> names.putIfAbsent(one.person(), one.name()));
    return names.keySet().stream()
        .limit(MOST)
        .map(person -> lane(person, names.get(person)))
        .toList();
  }

  private Lane lane(String person, String name) {
    List<Stay> stays = held.stays().stream().filter(stay -> stay.person().equals(person)).toList();
    List<Happening> own =
        happenings.stream().filter(happening -> happening.person().equals(person)).toList();
    List<Happening> bad = own.stream().filter(one -> one.kind() == Kind.BAD).toList();
    return new Lane(
        person,
        name,
        words(name, stays, bad),
        stays.stream().map(stay -> bar(stay.joined(), stay.left())).toList(),
        bad.stream().map(one -> bar(one.at(), one.until())).toList(),
        own.stream()
            .filter(one -> one.kind() == Kind.PROBLEM || one.kind() == Kind.ACT)
            .map(one -> bar(one.at(), one.until()))
            .toList());
  }

  private String words(String name, List<Stay> stays, List<Happening> bad) {
    long there = minutes(stays.stream().map(stay -> Duration.between(stay.joined(), stay.left())));
    long minutes = minutes(bad.stream().map(one -> Duration.between(one.at(), one.until())));
    return "%s: %s %d, %s %d"
        .formatted(
            name,
            texts.get("page.admin.meeting.minutesThere"),
            there,
            texts.get("page.admin.meeting.minutesBad"),
            minutes);
  }

  /** Also those that have only begun. */
  private static long minutes(Stream<Duration> times) {
    return (times.reduce(Duration.ZERO, Duration::plus).toSeconds() + 59) / 60;
  }

  private Bar bar(Instant from, Instant until) {
    int begin = position(from);
    int end = position(until);
    int width = Math.max(SMALLEST, end - begin);
    return new Bar(Math.min(begin, WIDTH - width), width);
  }

  /** Thousandths of the meeting; what was before or after it is at its ends. */
  private int position(Instant moment) {
    long whole = Math.max(1, Duration.between(held.from(), held.until()).toMillis());
    long passed = Duration.between(held.from(), moment).toMillis();
    return (int) Math.max(0, Math.min(WIDTH, passed * WIDTH / whole));
  }
}
