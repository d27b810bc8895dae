package plenum.room;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import plenum.identity.PersonId;
import plenum.identity.SessionId;

/** Finds seats by person, connection and streams; guarded by the registry's lock. */
final class Seats {

  private final Map<PersonId, Seat> byPerson = new HashMap<>();
  private final Map<SessionId, Seat> bySession = new HashMap<>();
  private final Map<String, Seat> byStream = new HashMap<>();

  void add(Seat seat) {
    byPerson.put(seat.person(), seat);
    bySession.put(seat.session(), seat);
    seat.streams().all().forEach(stream -> byStream.put(stream.name(), seat));
  }

  void remove(Seat seat) {
    byPerson.remove(seat.person());
    bySession.remove(seat.session());
    seat.streams().all().forEach(stream -> byStream.remove(stream.name()));
  }

  /** Changes the connection or the streams of a seat that is listed. */
  void reindex(Seat seat, Runnable change) {
    remove(seat);
    change.run();
    add(seat);
  }

  Optional<Seat> of(PersonId person) {
    return Optional.ofNullable(byPerson.get(person));
  }

  Optional<Seat> by(SessionId session) {
    return Optional.ofNullable(bySession.get(session));
  }

  Optional<Seat> publishing(String stream) {
    return Optional.ofNullable(byStream.get(stream));
  }

  /**
   * The connection's seat, if it is in that room still, which a stream was opened for.
   *
   * @throws RoomRefused {@code NOT_IN_A_ROOM}
   */
  Seat heldIn(Room room, SessionId session) {
    Seat seat = held(session);
    if (seat.room() != room) {
      throw new RoomRefused(RoomRefused.Reason.NOT_IN_A_ROOM, "not-in-a-room.any-more");
    }
    return seat;
  }

  /**
   * @throws RoomRefused {@code NOT_IN_A_ROOM}
   */
  Seat held(SessionId session) {
    return by(session)
        .orElseThrow(() -> new RoomRefused(RoomRefused.Reason.NOT_IN_A_ROOM, "not-in-a-room"));
  }
}
