package plenum.room;

import java.io.UncheckedIOException;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import plenum.time.Timers;

/**
 * Keeps rooms in a JSON file, which is written as a whole a moment after the last of several
 * changes, away from whoever changed something. {@link #save} is to be called before the end.
 */
final class JsonRoomStore implements RoomStore {

  private static final System.Logger LOG = System.getLogger(JsonRoomStore.class.getName());
  private static final Duration DELAY = Duration.ofMillis(200);

  private final RoomsFile file;
  private final Timers timers;
  private final Object writing = new Object();
  private final Map<RoomId, KeptRoom> rooms = new LinkedHashMap<>();
  private boolean due;

  JsonRoomStore(RoomsFile file, Timers timers) {
    this.file = file;
    this.timers = timers;
    file.read().forEach(room -> rooms.put(room.id(), room));
  }

  @Override
  public synchronized List<KeptRoom> all() {
    return List.copyOf(rooms.values());
  }

  @Override
  public synchronized void put(KeptRoom room) {
    rooms.put(room.id(), room);
    changed();
  }

  @Override
  public synchronized void remove(RoomId room) {
    if (rooms.remove(room) != null) {
      changed();
    }
  }

  private void changed() {
    if (!due) {
      due = true;
      timers.after(DELAY, this::save);
    }
  }

  /** Writes what is not written yet. */
  void save() {
    synchronized (writing) { // What is older must not be written after what is newer.
      if (!takeDue()) {
        return;
      }
      try {
        file.write(all());
      } catch (UncheckedIOException failed) {
        LOG.log(Level.ERROR, "The list of rooms could not be saved: {0}", failed.getMessage());
      }
    }
  }

  private synchronized boolean takeDue() {
    boolean was = due;
    due = false;
    return was;
  }
}
