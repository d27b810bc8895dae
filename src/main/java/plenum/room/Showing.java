package plenum.room;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import plenum.media.StreamId;
import plenum.settings.SrsSettings.Pictures;

/**
 * Whose camera is shown small on some page of the room, where the media node does not find that out
 * by itself: whoever publishes it then sends a second, small stream beside the first. The first is
 * always sent, for there may be viewers who tell nothing. Part of a step of the registry.
 */
final class Showing {

  /** As encodings of one stream are called where the node passes several. */
  private static final List<String> LARGE = List.of("h");

  private static final List<String> BOTH = List.of("h", "l");

  private static final int NEVER = Integer.MAX_VALUE;

  private final int many;
  private final Seats seats;
  private final Publishing publishing;

  Showing(Pictures pictures, Seats seats, Publishing publishing) {
    boolean ever = pictures.smallUpTo() > 0 && pictures.smallFrom() > 0;
    this.many = ever ? pictures.smallFrom() : NEVER;
    this.seats = seats;
    this.publishing = publishing;
  }

  /**
   * The seat's page shows these small, and no others.
   *
   * @param streams names; those that are no camera of somebody else in the room are left out
   */
  void small(Seat seat, Collection<String> streams, Consequences entails) {
    Set<String> now = new HashSet<>(streams);
    now.removeIf(name -> !isOfAnother(seat, name));
    Set<String> changed = new HashSet<>(now);
    seat.small().stream().filter(name -> !changed.remove(name)).forEach(changed::add);
    seat.showSmall(now);
    changed.forEach(name -> look(name, entails));
  }

  private boolean isOfAnother(Seat seat, String name) {
    return seats
        .publishing(name)
        .filter(other -> other != seat && other.room() == seat.room())
        .flatMap(other -> other.streams().of(StreamSource.CAMERA))
        .filter(camera -> camera.name().equals(name))
        .isPresent();
  }

  /** It may be that this stream is shown otherwise now, or is on air anew. */
  void look(String name, Consequences entails) {
    seats
        .publishing(name)
        .ifPresent(
            seat ->
                seat.streams()
                    .of(StreamSource.CAMERA)
                    .filter(camera -> camera.name().equals(name))
                    .ifPresent(camera -> look(seat, camera, entails)));
  }

  private void look(Seat publisher, StreamId camera, Consequences entails) {
    List<String> before = publisher.streams().wanted().get(camera);
    boolean small = isAmongMany(publisher.room(), before) || isShown(publisher, camera);
    if (small || before != null) {
      publishing.wantIfNews(publisher, camera, small ? BOTH : LARGE, entails);
    }
  }

  private static boolean isShown(Seat publisher, StreamId camera) {
    return publisher.room().seats().stream().anyMatch(seat -> seat.small().contains(camera.name()));
  }

  /** Whoever comes shows them small at once. One who comes and goes changes nothing. */
  private boolean isAmongMany(Room room, List<String> before) {
    return room.size() >= (BOTH.equals(before) ? many - 1 : many);
  }

  /** Somebody came into this room, or left it. */
  void occupancyChanged(Room room, Consequences entails) {
    if (many != NEVER) {
      room.seats().stream()
          .filter(seat -> seat.streams().isOnAir(StreamSource.CAMERA))
          .forEach(
              seat ->
                  seat.streams()
                      .of(StreamSource.CAMERA)
                      .ifPresent(camera -> look(seat, camera, entails)));
    }
  }
}
