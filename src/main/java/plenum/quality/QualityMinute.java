package plenum.quality;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import plenum.identity.PersonId;
import plenum.room.RoomId;

/**
 * How a minute of a meeting was for somebody, as it is kept.
 *
 * @param at when the minute began
 * @param room where the person sat
 * @param roomName how the room was called; empty for a call
 * @param personName how the person was called
 * @param browser name, version and system; empty when the page did not tell
 * @param way the worst by which anything went; empty when the browser does not tell
 * @param score of the reports of the minute, on the average
 * @param worst of them
 * @param trouble why that one was bad, if anybody could tell
 * @param averages what was measured
 * @param doubtful whether the media node saw something quite different
 */
public record QualityMinute(
    Instant at,
    RoomId room,
    String roomName,
    PersonId person,
    String personName,
    String browser,
    Optional<Way> way,
    Score score,
    Score worst,
    Optional<Trouble> trouble,
    Averages averages,
    boolean doubtful) {

  public QualityMinute {
    Objects.requireNonNull(at, "a minute begins some time");
    Objects.requireNonNull(room, "somebody sat somewhere");
    Objects.requireNonNull(roomName, "a call's name is empty");
    Objects.requireNonNull(person, "somebody sat there");
    Objects.requireNonNull(personName, "whoever sat there is called something");
    Objects.requireNonNull(browser, "an unknown browser is empty");
    Objects.requireNonNull(way, "an unknown way is empty");
    Objects.requireNonNull(score, "what was measured has a score");
    Objects.requireNonNull(worst, "what was measured has a score");
    Objects.requireNonNull(trouble, "no trouble is empty");
    Objects.requireNonNull(averages, "something was measured");
  }
}
