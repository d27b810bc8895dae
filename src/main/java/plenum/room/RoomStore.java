package plenum.room;

import java.util.List;

/**
 * Keeps rooms from one run of the server to the next, each by itself. Thread-safe; every method may
 * wait for a disk or a database.
 */
public interface RoomStore {

  /** Every room that is kept; at the start, those of the last run. */
  List<KeptRoom> all();

  /** Keeps a room, instead of what was kept of it before. */
  void put(KeptRoom room);

  /** Keeps the room no longer; does nothing for one that is not kept. */
  void remove(RoomId room);
}
