package plenum.signal;

import java.util.List;
import java.util.Optional;
import plenum.identity.DisplayName;
import plenum.identity.PersonId;
import plenum.media.PlaceMedia;
import plenum.presence.Availability;
import plenum.presence.OnlinePerson;
import plenum.room.Devices;
import plenum.room.Member;
import plenum.room.MemberStream;
import plenum.room.RoomDevice;
import plenum.room.RoomName;
import plenum.room.RoomSummary;

/** Rooms and people as messages show them. */
public final class Views {

  private Views() {}

  /** The receiver. */
  public record You(String id, String name) {
    static You of(PersonId id, String name) {
      return new You(id.value(), name);
    }
  }

  /** Something that the lobby lists. */
  public sealed interface LobbyView {
    String id();
  }

  /**
   * A room.
   *
   * @param name missing for a call
   * @param owner who made it, if known
   * @param sharer in the lobby, the name of whose screen is on air
   */
  public record RoomView(
      String id,
      Optional<String> name,
      String kind,
      Optional<String> owner,
      int members,
      Optional<String> sharer)
      implements LobbyView {
    static RoomView of(RoomSummary room) {
      return new RoomView(
          room.id().value(),
          room.name().map(RoomName::value),
          room.kind().app(),
          room.owner().map(PersonId::value),
          room.members(),
          room.sharer().map(DisplayName::value));
    }

    /** The same room in its own topic, where the stage tells who shares. */
    RoomView inside(int people) {
      return new RoomView(id, name, kind, owner, people, Optional.empty());
    }
  }

  /**
   * A person of the lobby.
   *
   * @param place {@code lobby}, {@code call}, or the id of the room where the person has a seat
   * @param state {@code free}, {@code room}, {@code call} or {@code away}
   * @param camera whether there is one to use
   * @param microphone whether there is one to use
   */
  public record PersonView(
      String id, String name, String place, String state, boolean camera, boolean microphone)
      implements LobbyView {

    private static final String CALL = "call";

    /**
     * Of a call, others hear only that it is one.
     *
     * @param inCall whether the person is in a call, which need not be answered yet
     * @param room where the person has a seat
     */
    static PersonView of(OnlinePerson person, boolean inCall, Optional<RoomSummary> room) {
      boolean calling = inCall || room.filter(found -> !found.kind().isListed()).isPresent();
      Availability availability = person.availability();
      String here = availability.away() ? "away" : "free";
      return new PersonView(
          person.id().value(),
          person.name().value(),
          calling ? CALL : room.map(found -> found.id().value()).orElse("lobby"),
          calling ? CALL : room.map(found -> "room").orElse(here),
          availability.camera(),
          availability.microphone());
    }
  }

  /** How a room's media is served; see {@link plenum.media.PlaceMedia}. */
  public record MediaView(boolean available, long placement) implements RoomEntry {
    static MediaView of(PlaceMedia media) {
      return new MediaView(media.available(), media.placement());
    }

    @Override
    public Change appeared() {
      return new Change.MediaChanged(this);
    }

    @Override
    public Change changed() {
      return new Change.MediaChanged(this);
    }

    @Override
    public Change gone(String reason) {
      return new Change.MediaChanged(this);
    }
  }

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
          .map(air -> new Devices(air.video(), air.audio(), false, false))
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
      return new Change.MemberAppeared(this);
    }

    @Override
    public Change changed() {
      return new Change.MemberChanged(this);
    }

    @Override
    public Change gone(String reason) {
      return new Change.MemberDisappeared(id, reason);
    }
  }

  /**
   * A device that somebody added to a room; nothing of its address.
   *
   * @param onAir whether it sends now, and is a member too
   */
  public record DeviceView(String id, String name, boolean onAir) implements RoomEntry {
    static DeviceView of(RoomDevice device) {
      return new DeviceView(device.id().value(), device.name().value(), device.onAir().isPresent());
    }

    @Override
    public Change appeared() {
      return new Change.DeviceAppeared(this);
    }

    @Override
    public Change changed() {
      return new Change.DeviceChanged(this);
    }

    @Override
    public Change gone(String reason) {
      return new Change.DeviceDisappeared(id);
    }
  }
}
