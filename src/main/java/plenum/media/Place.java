package plenum.media;

import java.util.Objects;

/**
 * Where streams belong together: a room, or a call. All streams of a place live on one node, since
 * SRS passes WebRTC from a node to its own players only.
 *
 * @param app the kind of place, which is also the app of its streams
 * @param id its own id, unique among the places of that kind
 */
public record Place(String app, String id) {
  public Place {
    Objects.requireNonNull(app, "a place is of some kind");
    Objects.requireNonNull(id, "a place has an id");
  }
}
