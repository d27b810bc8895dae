package plenum.admin.meeting;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import plenum.room.RoomId;

/** Finds the meetings that were held in a room. Every method waits for the database. */
@RequestScoped
public class Timelines {

  @Inject MeetingRecords records;
  @Inject CallMeetings calls;
  @Inject Happenings happened;

  /**
   * A meeting and what happened in it.
   *
   * @param name how the room was called when somebody came last; empty when nobody keeps that
   * @param running whether somebody is inside
   * @param earlier when somebody came to the meeting before it
   * @param later when somebody came to the next one
   * @param happenings in order, in the words of who asks
   */
  public record Timeline(
      String name,
      Instant from,
      Instant until,
      boolean running,
      Optional<Instant> earlier,
      Optional<Instant> later,
      List<Happening> happenings) {}

  /** The meeting that was then, or else the last before it, or else the first after it. */
  public Optional<Timeline> of(RoomId room, Instant moment) {
    return held(room, moment)
        .map(
            held ->
                new Timeline(
                    records.name(room).orElse(""),
                    held.from(),
                    held.until(),
                    held.isRunning(),
                    earlier(room, held),
                    later(room, held),
                    happened.of(room, held)));
  }

  Optional<Held> held(RoomId room, Instant moment) {
    Instant now = Instant.now();
    Instant at = MeetingRecords.nearest(moment);
    return records.at(room, at, now).or(() -> calls.at(room, at, now));
  }

  Optional<Instant> earlier(RoomId room, Held held) {
    return records.before(room, held.from());
  }

  Optional<Instant> later(RoomId room, Held held) {
    return records.after(room, held.until().plusMillis(1));
  }
}
