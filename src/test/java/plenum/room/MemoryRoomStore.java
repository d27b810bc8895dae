package plenum.room;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Rooms that are kept as long as a test lasts. */
final class MemoryRoomStore implements RoomStore {

  private final Map<RoomId, KeptRoom> rooms = new LinkedHashMap<>();

  @Override
  public synchronized List<KeptRoom> all() {
    return List.copyOf(rooms.values());
  }

  @Override
  public synchronized void put(KeptRoom room) {
    rooms.put(room.id(), room);
  }

  @Override
  public synchronized void remove(RoomId room) {
    rooms.remove(room);
  }

  @Override
  public Set<RoomId> atRisk() {
    return Set.of();
  }

  @Override
  public void watch(Runnable watcher) {}
}
