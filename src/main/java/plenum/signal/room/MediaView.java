package plenum.signal.room;

import plenum.media.PlaceMedia;
import plenum.signal.protocol.Change;

/** How a room's media is served; see {@link plenum.media.PlaceMedia}. */
public record MediaView(boolean available, long placement) implements RoomEntry {
  static MediaView of(PlaceMedia media) {
    return new MediaView(media.available(), media.placement());
  }

  @Override
  public Change appeared() {
    return new RoomChange.MediaChanged(this);
  }

  @Override
  public Change changed() {
    return new RoomChange.MediaChanged(this);
  }

  @Override
  public Change gone(String reason) {
    return new RoomChange.MediaChanged(this);
  }
}
