package plenum.admin.rest;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import plenum.admin.meeting.Happening;
import plenum.admin.meeting.Timelines.Timeline;

/**
 * A meeting and what happened in it. Times are by ISO 8601.
 *
 * @param room the room's id
 * @param name how it was called; empty when nobody knows any more
 * @param running whether somebody is inside
 * @param earlier when somebody came to the meeting before it; missing when there was none
 * @param later when somebody came to the next one; missing when there was none
 * @param items in order
 */
public record TimelineEntry(
    String room,
    String name,
    String from,
    String until,
    boolean running,
    Optional<String> earlier,
    Optional<String> later,
    List<HappeningEntry> items) {

  /**
   * Something that happened.
   *
   * @param until when it was over; the same as {@code at} for what took no time
   * @param person whom it happened to, or who did it; empty for the server itself
   * @param kind {@code came}, {@code went}, {@code bad}, {@code problem} or {@code act}
   * @param detail what else is to be known, in the language of who asks; may be empty
   */
  public record HappeningEntry(
      String at, String until, String person, String name, String kind, String detail) {

    private static HappeningEntry of(Happening one) {
      return new HappeningEntry(
          one.at().toString(),
          one.until().toString(),
          one.person(),
          one.name(),
          one.kind().name().toLowerCase(Locale.ROOT),
          one.detail());
    }
  }

  static TimelineEntry of(String room, Timeline held) {
    return new TimelineEntry(
        room,
        held.name(),
        held.from().toString(),
        held.until().toString(),
        held.running(),
        held.earlier().map(Instant::toString),
        held.later().map(Instant::toString),
        held.happenings().stream().map(HappeningEntry::of).toList());
  }
}
