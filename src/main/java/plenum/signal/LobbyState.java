package plenum.signal;

import java.util.List;
import plenum.signal.Views.PersonView;
import plenum.signal.Views.RoomView;

/** The body of the lobby's snapshot. */
public record LobbyState(long seq, List<RoomView> rooms, List<PersonView> people) {}
