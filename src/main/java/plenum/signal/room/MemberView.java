package plenum.signal.room;

import java.util.List;
import java.util.Optional;
import plenum.room.Devices;
import plenum.room.Member;
import plenum.room.MemberStream;
import plenum.room.RoomDevice;
import plenum.signal.protocol.Change;

/**
 * A member of a room.
 *
 * @param kind {@code person}, or {@code device} for a device on air
 */
public record MemberView(
    String id,
    String kind,
    String name,
    Devices devices,
    boolean connected,
    List<MemberStream> streams)
    implements RoomEntry {

  private static final String PERSON = "person";
  private static final String DEVICE = "device";

  static MemberView of(Member member) {
    return new MemberView(
        member.id().value(),
        PERSON,
        member.name().value(),
        member.devices(),
        member.connected(),
        member.streams());
  }

  /** A device's, while it is on air; it has a camera and a microphone as far as it sends them. */
  static Optional<MemberView> of(RoomDevice device) {
    return device
        .onAir()
        .map(air -> Devices.of(air.video(), air.audio(), false, false))
        .map(
            sends ->
                new MemberView(
                    device.id().value(),
                    DEVICE,
                    device.name().value(),
                    sends,
                    true,
                    device.streams()));
  }

  /** Whether it counts among the people of the room. */
  boolean ofPerson() {
    return kind.equals(PERSON);
  }

  @Override
  public Change appeared() {
    return new RoomChange.MemberJoined(this);
  }

  @Override
  public Change changed() {
    return new RoomChange.MemberUpdated(this);
  }

  @Override
  public Change gone(String reason) {
    return new RoomChange.MemberLeft(id, reason);
  }
}
