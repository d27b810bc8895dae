package plenum.admin.meeting;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import plenum.admin.Causes;
import plenum.admin.Words;
import plenum.admin.meeting.Happening.Kind;
import plenum.quality.QualityMinute;
import plenum.quality.Trouble;
import plenum.room.RoomId;
import plenum.web.Page;

/** Everything that is known to have happened in a meeting, in order. */
@RequestScoped
class Happenings {

  /** What begins a meeting, or ends it, belongs to it. */
  private static final Duration MARGIN = Duration.ofMinutes(1);

  /** Who comes is in the attendance; and pages ask for streams all the time. */
  private static final Set<String> OF_COURSE =
      Set.of("join-room", "request-publish", "request-play", "request-device");

  @Inject MeetingRecords records;
  @Inject Causes causes;
  @Inject Words words;
  @Inject Page page;

  List<Happening> of(RoomId room, Held held) {
    Instant from = held.from().minus(MARGIN);
    Instant until = held.until().plus(MARGIN);
    Map<String, String> names =
        held.stays().stream()
            .collect(Collectors.toMap(Stay::person, Stay::name, (one, other) -> other));
    List<QualityMinute> minutes = records.minutes(room, from, until);
    BadTimes bad = new BadTimes(trouble -> words(trouble, names), page.locale());
    return Stream.of(
            held.stays().stream().flatMap(Happenings::stay),
            bad.of(minutes, held.stays()).stream(),
            records.problems(room, from, until).stream().map(this::problem),
            records.acts(room, from, until).stream()
                .filter(Happenings::isTold)
                .map(line -> act(line, names)))
        .flatMap(part -> part)
        .sorted(Comparator.comparing(Happening::at))
        .toList();
  }

  private String words(Trouble trouble, Map<String, String> names) {
    String cause = causes.word(trouble.cause());
    String whose = names.get(trouble.of().value());
    return whose == null ? cause : cause + " (" + whose + ")";
  }

  private static Stream<Happening> stay(Stay stay) {
    Happening came = Happening.at(stay.joined(), stay.person(), stay.name(), Kind.CAME, "");
    return stay.inside()
        ? Stream.of(came)
        : Stream.of(came, Happening.at(stay.left(), stay.person(), stay.name(), Kind.WENT, ""));
  }

  private Happening problem(Map<String, Object> line) {
    return Happening.at(
        (Instant) line.get("at"),
        text(line, "person"),
        text(line, "name"),
        Kind.PROBLEM,
        words.of("step", text(line, "step"))
            + ": "
            + words.of("why", text(line, "reason"))
            + " "
            + text(line, "browser"));
  }

  private static String text(Map<String, Object> line, String column) {
    return line.getOrDefault(column, "").toString();
  }

  private static boolean isTold(Map<String, Object> line) {
    return !OF_COURSE.contains(text(line, "act")) || !"DONE".equals(text(line, "outcome"));
  }

  private Happening act(Map<String, Object> line, Map<String, String> names) {
    String object = text(line, "object");
    String whom = names.getOrDefault(object.substring(object.indexOf(' ') + 1), "");
    String detail =
        Stream.of(words.of("act", text(line, "act")), whom, refused(line), words.detail(line))
            .filter(part -> !part.isEmpty())
            .collect(Collectors.joining(" · "));
    return Happening.at(
        (Instant) line.get("at"), text(line, "person"), text(line, "name"), Kind.ACT, detail);
  }

  private String refused(Map<String, Object> line) {
    String outcome = text(line, "outcome");
    return "DONE".equals(outcome) ? "" : words.of("outcome", outcome);
  }
}
