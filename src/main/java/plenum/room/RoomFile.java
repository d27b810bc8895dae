package plenum.room;

import java.util.List;
import plenum.store.ListFile;
import plenum.store.StoredFile;

/** The file in which earlier versions of Plenum kept the rooms. */
public final class RoomFile {

  private RoomFile() {}

  /**
   * The rooms that are in it.
   *
   * @throws plenum.settings.StartRefused as {@link ListFile#read}
   */
  public static List<KeptRoom> read(StoredFile file) {
    return new ListFile<>(file, KeptRoomFormat.LIST, new KeptRoomFormat()).read().entries();
  }
}
