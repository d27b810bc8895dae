package plenum.quality;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import plenum.room.RoomId;

/**
 * How a meeting was for somebody, from the minutes that are kept.
 *
 * @param room where it was
 * @param roomName how the room was called then; empty for a call
 * @param from when its first minute began
 * @param until when its last minute ended
 * @param minutes how many are kept of it
 * @param score on the average
 * @param worst of a report in it
 * @param trouble why that one was bad, if anybody could tell
 * @param browser at the end; empty when the page did not tell
 */
public record PastMeeting(
    RoomId room,
    String roomName,
    Instant from,
    Instant until,
    int minutes,
    Score score,
    Score worst,
    Optional<Trouble> trouble,
    String browser) {

  public PastMeeting {
    Objects.requireNonNull(room, "a meeting was somewhere");
    Objects.requireNonNull(roomName, "a call's name is empty");
    Objects.requireNonNull(from, "a meeting begins");
    Objects.requireNonNull(until, "a meeting ends");
    Objects.requireNonNull(score, "what was measured has a score");
    Objects.requireNonNull(worst, "what was measured has a score");
    Objects.requireNonNull(trouble, "no trouble is empty");
    Objects.requireNonNull(browser, "an unknown browser is empty");
  }
}
