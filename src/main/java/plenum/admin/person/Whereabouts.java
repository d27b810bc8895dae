package plenum.admin.person;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import plenum.call.Call;
import plenum.call.Calls;
import plenum.identity.PersonId;
import plenum.presence.OnlinePerson;
import plenum.presence.Presence;
import plenum.room.RoomId;
import plenum.room.RoomName;
import plenum.room.RoomSummary;
import plenum.room.Rooms;
import plenum.settings.Network;
import plenum.signal.protocol.Connection;
import plenum.signal.protocol.Connections;

/** Where people are now. */
@ApplicationScoped
public class Whereabouts {

  @Inject Presence presence;
  @Inject Rooms rooms;
  @Inject Calls calls;
  @Inject Connections connections;

  /**
   * Where a person has pages open.
   *
   * @param pages how many
   */
  public record Place(String address, long pages) {}

  /** {@code offline}, {@code away} or {@code online}. */
  public String presence(PersonId person) {
    return presence
        .person(person)
        .map(OnlinePerson::availability)
        .map(is -> is.away() ? "away" : "online")
        .orElse("offline");
  }

  /** Where the person's pages are open, by address. */
  public List<Place> places(PersonId person) {
    Map<String, Long> byAddress =
        connections.of(person).stream()
            .map(Connection::actor)
            .collect(
                Collectors.groupingBy(
                    actor -> Network.written(actor.address()), Collectors.counting()));
    return byAddress.entrySet().stream()
        .map(entry -> new Place(entry.getKey(), entry.getValue()))
        .sorted(Comparator.comparing(Place::address))
        .toList();
  }

  /** The room, or the call's room, where the person is. */
  public Optional<RoomId> room(PersonId person) {
    return rooms.seatOf(person).or(() -> calls.of(person).map(Call::room));
  }

  /** How a room is called that is there and has a name; a call's has none. */
  public Optional<String> name(RoomId room) {
    return rooms.room(room).flatMap(RoomSummary::name).map(RoomName::value);
  }
}
