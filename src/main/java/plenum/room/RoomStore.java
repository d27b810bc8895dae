package plenum.room;

import java.util.List;
import java.util.Set;

/**
 * Keeps rooms from one run of the server to the next, each by itself. Thread-safe; methods may wait
 * for a disk or a database.
 */
public interface RoomStore {

  /** Every room that is kept; at the start, those of the last run. */
  List<KeptRoom> all();

  /** Keeps a room, instead of what was kept of it before. */
  void put(KeptRoom room);

  /** Keeps the room no longer; does nothing for one that is not kept. */
  void remove(RoomId room);

  /**
   * The rooms that a restart would lose, since they cannot be kept at present. Waits for nothing.
   */
  Set<RoomId> atRisk();

  /** From now on the watcher is run, on any thread, when {@link #atRisk} may tell others. */
  void watch(Runnable watcher);
}
