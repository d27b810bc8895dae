package plenum.quality;

import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import plenum.identity.PersonId;
import plenum.identity.SessionId;
import plenum.media.PlaceKind;
import plenum.room.RoomId;

/**
 * What the page of somebody in a room told last.
 *
 * @param person who sits there
 * @param name how that one was called then
 * @param session by which connection it was told
 * @param address where that comes from
 * @param browser its name, version and system; empty while the page has not told
 * @param room where the person sits
 * @param roomName how the room was called then; empty for a call
 * @param kind what the room is for; a call is one, too
 * @param at when it was told
 * @param interval how long was measured
 * @param hidden whether nobody looked at the page
 * @param streams what was measured, sound and picture of a stream each by itself
 */
public record QualityReport(
    PersonId person,
    String name,
    SessionId session,
    InetAddress address,
    String browser,
    RoomId room,
    String roomName,
    PlaceKind kind,
    Instant at,
    Duration interval,
    boolean hidden,
    List<StreamQuality> streams) {

  public QualityReport {
    Objects.requireNonNull(person, "somebody told it");
    Objects.requireNonNull(name, "whoever told it is called something");
    Objects.requireNonNull(session, "it was told by a connection");
    Objects.requireNonNull(address, "it was told from somewhere");
    Objects.requireNonNull(browser, "an unknown browser is empty");
    Objects.requireNonNull(room, "it is about a room");
    Objects.requireNonNull(roomName, "a call's name is empty");
    Objects.requireNonNull(kind, "a room has a kind");
    Objects.requireNonNull(at, "it was told some time");
    Objects.requireNonNull(interval, "something was measured for a while");
    streams = List.copyOf(streams);
  }

  /** The worst of all that was measured; empty when nothing flows. */
  public Optional<Score> score() {
    return streams.stream().map(StreamQuality::score).min(Score::compareTo);
  }

  /** The worst of what the page sends, or of what it gets. */
  public Optional<Score> score(Direction direction) {
    return streams.stream()
        .filter(stream -> stream.direction() == direction)
        .map(StreamQuality::score)
        .min(Score::compareTo);
  }
}
