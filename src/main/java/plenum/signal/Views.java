package plenum.signal;

import java.util.List;
import plenum.identity.PersonId;
import plenum.media.PlaceMedia;
import plenum.presence.OnlinePerson;
import plenum.room.Devices;
import plenum.room.Member;
import plenum.room.MemberStream;
import plenum.room.RoomId;
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

  /** A room of the lobby. */
  public record RoomView(String id, String name, String kind, int members) implements LobbyView {
    static RoomView of(RoomSummary room) {
      return new RoomView(
          room.id().value(), room.name().value(), room.kind().app(), room.members());
    }
  }

  /**
   * A person of the lobby.
   *
   * @param place {@code lobby}, or the id of the room where the person has a seat
   */
  public record PersonView(String id, String name, String place) implements LobbyView {
    static PersonView of(OnlinePerson person, java.util.Optional<RoomId> seat) {
      return new PersonView(
          person.id().value(), person.name().value(), seat.map(RoomId::value).orElse("lobby"));
    }
  }

  /** How a room's media is served; see {@link plenum.media.PlaceMedia}. */
  public record MediaView(boolean available, long placement) implements RoomEntry {
    static MediaView of(PlaceMedia media) {
      return new MediaView(media.available(), media.placement());
    }
  }

  /** A member of a room. */
  public record MemberView(
      String id, String name, Devices devices, boolean connected, List<MemberStream> streams)
      implements RoomEntry {
    static MemberView of(Member member) {
      return new MemberView(
          member.id().value(),
          member.name().value(),
          member.devices(),
          member.connected(),
          member.streams());
    }
  }
}
