package plenum.room;

import java.util.List;

/** Where rooms are between two runs of the server. */
public interface RoomArchive {

  /** The rooms of the last run; empty when there was none. */
  List<KeptRoom> load();

  /** Replaces what is kept. May wait for a disk. */
  void save(List<KeptRoom> rooms);
}
