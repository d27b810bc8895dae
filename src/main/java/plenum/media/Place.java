package plenum.media;

import java.util.Objects;

/**
 * Where streams belong together: a room, or a call. All streams of a place live on one node, since
 * SRS passes WebRTC from a node to its own players only.
 *
 * @param kind as what it began, by which its streams are called
 * @param id its own id, unique among the places of that kind
 */
public record Place(PlaceKind kind, String id) {
  public Place {
    Objects.requireNonNull(kind, "a place is of some kind");
    Objects.requireNonNull(id, "a place has an id");
  }
}
