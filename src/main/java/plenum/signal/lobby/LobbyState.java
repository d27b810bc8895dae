package plenum.signal.lobby;

import java.util.List;
import plenum.signal.room.RoomView;

/** The body of the lobby's snapshot. */
public record LobbyState(long seq, List<RoomView> rooms, List<PersonView> people) {}
