package plenum.signal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import plenum.identity.DisplayName;
import plenum.identity.PersonId;
import plenum.presence.OnlinePerson;
import plenum.presence.Presence;
import plenum.presence.SessionId;
import plenum.room.Devices;
import plenum.room.RoomId;
import plenum.room.RoomKind;
import plenum.room.RoomName;
import plenum.room.Rooms;
import plenum.room.RoomsForTests;
import plenum.room.Visitor;
import plenum.signal.Views.PersonView;
import plenum.signal.Views.RoomView;
import plenum.testing.ManualTimers;

class LobbySourceTest {

  /** People who are simply there. */
  private record Present(List<OnlinePerson> people) implements Presence {
    @Override
    public void connect(SessionId session, PersonId person, DisplayName name) {}

    @Override
    public void disconnect(SessionId session, boolean saidGoodbye) {}

    @Override
    public void rename(PersonId person, DisplayName name) {}

    @Override
    public Optional<OnlinePerson> person(PersonId person) {
      return people.stream().filter(known -> known.id().equals(person)).findFirst();
    }
  }

  private final Rooms rooms = RoomsForTests.rooms(new ManualTimers(), event -> {});
  private final OnlinePerson ada = new OnlinePerson(PersonId.fresh(), DisplayName.of("Ada"));
  private final OnlinePerson grace = new OnlinePerson(PersonId.fresh(), DisplayName.of("Grace"));
  private final LobbySource lobby = new LobbySource(rooms, new Present(List.of(ada, grace)));

  private void sit(OnlinePerson person, RoomId room) {
    Visitor visitor = new Visitor(SessionId.fresh(), person.id(), person.name(), "page");
    rooms.join(room, visitor, Devices.NONE);
  }

  private String placeOf(OnlinePerson person) {
    return ((PersonView) lobby.now(LobbySource.key(person.id())).orElseThrow()).place();
  }

  @Test
  void listsRoomsWithTheirKindAndOwner() {
    RoomId room = rooms.create(new RoomName("Plans"), RoomKind.DESKTOP, ada.id()).id();
    RoomView view =
        new RoomView(
            room.value(),
            Optional.of("Plans"),
            "desktop",
            Optional.of(ada.id().value()),
            0,
            Optional.empty());

    assertEquals(Optional.of(view), lobby.now(LobbySource.key(room)));
    assertEquals(view, lobby.all().get(LobbySource.key(room)));
  }

  @Test
  void tellsInWhichRoomSomebodyIs() {
    RoomId room = rooms.create(new RoomName("Stand-up"), RoomKind.GROUP, ada.id()).id();
    sit(ada, room);

    assertEquals(room.value(), placeOf(ada));
    assertEquals("lobby", placeOf(grace));
  }

  @Test
  void tellsNothingOfACallButThatSomebodyIsInOne() {
    RoomId call = rooms.openCall(Set.of(ada.id(), grace.id()));
    sit(ada, call);

    assertEquals("call", placeOf(ada));
    assertEquals(Optional.empty(), lobby.now(LobbySource.key(call)));
    assertFalse(lobby.all().toString().contains(call.value()));
  }

  @Test
  void listsACallThatBecameAGroup() {
    RoomId call = rooms.openCall(Set.of(ada.id(), grace.id()));
    sit(ada, call);
    rooms.makeGroup(call, new RoomName("Ada and Grace"), ada.id());

    assertEquals(call.value(), placeOf(ada));
    RoomView view = (RoomView) lobby.now(LobbySource.key(call)).orElseThrow();
    assertEquals("group", view.kind());
    assertEquals(1, view.members());
  }
}
