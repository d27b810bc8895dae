package plenum.room;

import java.util.EnumSet;
import java.util.Set;
import plenum.right.Rights;
import plenum.right.RoomAct;
import plenum.right.RoomRules;

/**
 * Sees to it that media does what was decided: of whom a moderator muted, or who may not speak in
 * the room at all, nobody gets the sound, whatever the page does; and so with pictures. Part of a
 * step of the registry.
 */
final class Gates {

  private static final Set<StreamSource> CAMERAS =
      EnumSet.of(StreamSource.CAMERA, StreamSource.CAMERA_SMALL);

  private final Rights rights;

  Gates(Rights rights) {
    this.rights = rights;
  }

  /** Of everybody in the room, whose rules have changed. */
  void look(Room room, Consequences entails) {
    room.seats().forEach(seat -> look(seat, entails));
  }

  /** Of one member, of whom something has changed. */
  void look(Seat seat, Consequences entails) {
    RoomRules rules = seat.room().rules();
    boolean sound = seat.sound().isOn() || !rights.may(seat.actor(), RoomAct.SPEAK, rules);
    boolean picture =
        seat.picture().isOn() || !rights.may(seat.actor(), RoomAct.SHOW_CAMERA, rules);
    CAMERAS.forEach(source -> hold(seat, source, sound, picture, entails));
  }

  private static void hold(
      Seat seat, StreamSource source, boolean sound, boolean picture, Consequences entails) {
    seat.streams()
        .of(source)
        .map(stream -> new SeatStreams.Held(stream, sound, picture))
        .filter(now -> seat.streams().hold(source, now))
        .ifPresent(
            now -> {
              entails.hold(now);
              entails.tellUpdated(seat);
            });
  }
}
