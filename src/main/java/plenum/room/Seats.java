package plenum.room;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import plenum.identity.PersonId;
import plenum.presence.SessionId;

/** Finds seats by person, connection and stream; guarded by the registry's lock. */
final class Seats {

  private final Map<PersonId, Seat> byPerson = new HashMap<>();
  private final Map<SessionId, Seat> bySession = new HashMap<>();
  private final Map<String, Seat> byStream = new HashMap<>();

  void add(Seat seat) {
    byPerson.put(seat.person(), seat);
    bySession.put(seat.session(), seat);
    byStream.put(seat.stream().name(), seat);
  }

  /** To be called before the seat's connection or stream changes. */
  void remove(Seat seat) {
    byPerson.remove(seat.person());
    bySession.remove(seat.session());
    byStream.remove(seat.stream().name());
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
      throw new RoomRefused(RoomRefused.Reason.NOT_IN_A_ROOM, "You are not in that room any more.");
    }
    return seat;
  }

  /**
   * @throws RoomRefused {@code NOT_IN_A_ROOM}
   */
  Seat held(SessionId session) {
    return by(session)
        .orElseThrow(
            () -> new RoomRefused(RoomRefused.Reason.NOT_IN_A_ROOM, "You are in no room now."));
  }
}
