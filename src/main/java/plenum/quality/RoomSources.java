package plenum.quality;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import plenum.identity.PersonId;
import plenum.room.Member;
import plenum.room.MemberStream;
import plenum.room.RoomDevice;
import plenum.room.RoomId;
import plenum.room.Rooms;

/** Whose the streams of a room are at one moment. */
final class RoomSources {

  /** Who publishes a stream: a person, or a device, which is nobody. */
  private record Source(Optional<PersonId> person, String name, String source) {}

  private final Map<String, Source> byStream = new HashMap<>();
  private final PersonId self;

  /**
   * @param self whose page tells of them
   */
  RoomSources(Rooms rooms, RoomId room, PersonId self) {
    this.self = self;
    for (Member member : rooms.members(room)) {
      add(Optional.of(member.id()), member.name().value(), member.streams());
    }
    for (RoomDevice device : rooms.devices(room)) {
      add(Optional.empty(), device.name().value(), device.streams());
    }
  }

  private void add(Optional<PersonId> person, String name, List<MemberStream> streams) {
    streams.forEach(
        stream -> byStream.put(stream.name(), new Source(person, name, stream.source())));
  }

  /** With whose it is, and its score; empty when it is none that this page can send or play. */
  Optional<StreamQuality> found(Measured.Stream stream, Scoring scoring) {
    return Optional.ofNullable(byStream.get(stream.name()))
        .filter(source -> isOwn(source) == (stream.direction() == Direction.SENT))
        .map(source -> quality(stream, source, scoring));
  }

  private boolean isOwn(Source source) {
    return source.person().filter(self::equals).isPresent();
  }

  private static StreamQuality quality(Measured.Stream stream, Source source, Scoring scoring) {
    boolean screen = source.source().equals("screen");
    return new StreamQuality(
        stream.name(),
        source.source(),
        source.person(),
        source.name(),
        stream.direction(),
        stream.kind(),
        stream.codec(),
        stream.way(),
        stream.figures(),
        scoring.of(stream.direction(), stream.kind(), screen, stream.figures()),
        false,
        Lately.GOOD);
  }
}
