package plenum.database.room;

import java.lang.System.Logger.Level;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import plenum.database.Database;
import plenum.database.WriteQueue;
import plenum.room.KeptRoom;
import plenum.room.RoomId;
import plenum.room.RoomStore;

/** Keeps rooms in the database: read once, and written a moment after each change. */
public final class JpaRoomStore implements RoomStore {

  private static final System.Logger LOG = System.getLogger(JpaRoomStore.class.getName());
  private static final String KEY = "room ";

  /** A room, and its place among the others. */
  private record Placed(KeptRoom room, long place) {}

  private final WriteQueue queue;
  private final Map<RoomId, Placed> rooms = new LinkedHashMap<>();
  private long nextPlace;
  private volatile Runnable watcher = () -> {};

  public JpaRoomStore(Database database, WriteQueue queue) {
    this.queue = queue;
    database.read(RoomRow::all).forEach(this::take);
  }

  /** One that cannot be understood stays where it is, and keeps no other one away. */
  private void take(RoomRow row) {
    nextPlace = row.place() + 1;
    try {
      KeptRoom room = row.room();
      rooms.put(room.id(), new Placed(room, row.place()));
    } catch (RuntimeException bad) {
      LOG.log(Level.WARNING, "The room {0} of the database cannot be used: {1}.", row.id(), bad);
    }
  }

  @Override
  public synchronized List<KeptRoom> all() {
    return rooms.values().stream().map(Placed::room).toList();
  }

  @Override
  public void put(KeptRoom room) {
    place(room);
    if (queue.isFailing()) {
      watcher.run();
    }
  }

  private synchronized void place(KeptRoom room) {
    Placed before = rooms.get(room.id());
    long place = before == null ? nextPlace++ : before.place();
    rooms.put(room.id(), new Placed(room, place));
    queue.put(KEY + room.id(), manager -> manager.merge(new RoomRow(room, place)));
  }

  @Override
  public synchronized void remove(RoomId room) {
    if (rooms.remove(room) != null) {
      queue.put(KEY + room, manager -> RoomRow.remove(manager, room));
    }
  }

  @Override
  public Set<RoomId> atRisk() {
    if (!queue.isFailing()) {
      return Set.of();
    }
    Set<String> unwritten = queue.unwritten();
    return all().stream()
        .map(KeptRoom::id)
        .filter(id -> unwritten.contains(KEY + id))
        .collect(Collectors.toUnmodifiableSet());
  }

  @Override
  public void watch(Runnable newWatcher) {
    watcher = newWatcher;
    queue.watch(newWatcher);
  }
}
