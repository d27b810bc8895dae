package plenum.signal.room;

import java.util.List;
import plenum.signal.protocol.Change;

/**
 * The codecs of pictures that everybody in a room can decode, in the order in which to offer them;
 * none when the members have none in common.
 */
record CodecsView(List<String> codecs) implements RoomEntry {

  @Override
  public Change appeared() {
    return new RoomChange.CodecsChanged(codecs);
  }

  @Override
  public Change changed() {
    return appeared();
  }

  @Override
  public Change gone(String reason) {
    return appeared();
  }
}
