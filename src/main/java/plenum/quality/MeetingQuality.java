package plenum.quality;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import plenum.media.PlaceKind;
import plenum.room.RoomId;

/**
 * How everybody in a meeting is whose page has told it lately.
 *
 * @param name how the room is called; empty for a call
 * @param kind what it is for; a call is one, too
 */
public record MeetingQuality(RoomId room, String name, PlaceKind kind, List<PersonQuality> people) {

  public MeetingQuality {
    Objects.requireNonNull(room, "a meeting is in a room");
    Objects.requireNonNull(name, "a call's name is empty");
    Objects.requireNonNull(kind, "a room has a kind");
    people = List.copyOf(people);
  }

  /** The worst of all; empty when nothing flows. */
  public Optional<Score> score() {
    return people.stream()
        .flatMap(person -> person.report().score().stream())
        .min(Score::compareTo);
  }
}
