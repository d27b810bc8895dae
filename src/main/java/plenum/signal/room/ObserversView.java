package plenum.signal.room;

import java.util.List;
import plenum.signal.protocol.Change;

/** How those administrators are called who have a stream of the room on their pages now. */
record ObserversView(List<String> observers) implements RoomEntry {

  ObserversView {
    observers = List.copyOf(observers);
  }

  @Override
  public Change appeared() {
    return new RoomChange.ObserversChanged(observers);
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
