package plenum.quality;

import java.util.Objects;
import java.util.Optional;
import plenum.room.RoomId;

/**
 * What a page tells of something that keeps its person from joining with picture and sound.
 *
 * @param room which room it wants to join; empty when it does not tell
 * @param step at which it fails
 * @param reason a word for programs, such as {@code timeout} or {@code camera-denied}
 * @param sent whether it is about what the page sends; else about what it gets, or the whole
 * @param stream which stream it wants to play; empty when it is about none
 * @param browser name, version and system; empty when the page does not tell
 */
public record JoinFailure(
    Optional<RoomId> room,
    JoinStep step,
    String reason,
    boolean sent,
    String stream,
    String browser) {

  public JoinFailure {
    Objects.requireNonNull(room, "an unknown room is empty");
    Objects.requireNonNull(step, "it fails at some step");
    Objects.requireNonNull(reason, "it fails for some reason");
    Objects.requireNonNull(stream, "no stream is empty");
    Objects.requireNonNull(browser, "an unknown browser is empty");
  }
}
