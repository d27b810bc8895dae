package plenum.call;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import plenum.identity.Actor;
import plenum.identity.PersonId;
import plenum.room.RoomId;
import plenum.room.RoomName;
import plenum.room.RoomRefused;

/** The private rooms that are open, as the rooms would know them. */
final class FakeCallRooms implements CallRooms {

  final Map<RoomId, Set<PersonId>> open = new ConcurrentHashMap<>();
  final Map<RoomId, Set<PersonId>> admitted = new ConcurrentHashMap<>();
  final Map<RoomId, RoomName> groups = new HashMap<>();
  final Map<RoomId, PersonId> owners = new HashMap<>();
  final Set<String> taken = new HashSet<>();
  Optional<RoomRefused> refusal = Optional.empty();

  @Override
  public RoomId open(PersonId from) {
    RoomId room = RoomId.fresh();
    open.put(room, new HashSet<>());
    admit(room, from);
    return room;
  }

  @Override
  public void admit(RoomId room, PersonId person) {
    admitted.computeIfAbsent(room, opened -> new HashSet<>()).add(person);
  }

  @Override
  public void close(RoomId room) {
    open.remove(room);
  }

  @Override
  public void makeGroup(Actor actor, RoomId room, RoomName name) {
    refusal.ifPresent(
        refused -> {
          throw refused;
        });
    if (!taken.add(name.value())) {
      throw new RoomRefused(RoomRefused.Reason.ROOM_NAME_TAKEN, "taken");
    }
    open.remove(room);
    groups.put(room, name);
    owners.put(room, actor.person());
  }

  @Override
  public boolean isSeated(RoomId room, PersonId person) {
    return open.getOrDefault(room, Set.of()).contains(person);
  }
}
