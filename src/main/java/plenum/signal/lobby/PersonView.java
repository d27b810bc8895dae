package plenum.signal.lobby;

import java.util.Optional;
import plenum.presence.Availability;
import plenum.presence.OnlinePerson;
import plenum.room.RoomSummary;
import plenum.signal.protocol.Change;

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
    implements LobbyEntry {

  private static final String CALL = "call";
  private static final String HIDDEN = "hidden";

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
        calling ? CALL : room.map(PersonView::place).orElse("lobby"),
        calling ? CALL : room.map(found -> "room").orElse(here),
        availability.camera(),
        availability.microphone());
  }

  /** A hidden room's address is nobody's to know by this. */
  private static String place(RoomSummary room) {
    return HiddenRooms.isHidden(room) ? HIDDEN : room.id().value();
  }

  @Override
  public Change appeared() {
    return new LobbyChange.PersonOnline(this);
  }

  @Override
  public Change changed() {
    return new LobbyChange.PersonUpdated(this);
  }

  @Override
  public Change gone(String reason) {
    return new LobbyChange.PersonOffline(id);
  }
}
