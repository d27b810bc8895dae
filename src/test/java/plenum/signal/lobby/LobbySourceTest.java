package plenum.signal.lobby;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import plenum.call.Call;
import plenum.call.Calls;
import plenum.call.CallsForTests;
import plenum.identity.Actor;
import plenum.identity.DisplayName;
import plenum.identity.PersonId;
import plenum.identity.SessionId;
import plenum.media.PlaceKind;
import plenum.presence.Availability;
import plenum.presence.OnlinePerson;
import plenum.presence.Presence;
import plenum.room.Devices;
import plenum.room.RoomId;
import plenum.room.RoomName;
import plenum.room.Rooms;
import plenum.room.RoomsForTests;
import plenum.signal.room.RoomView;
import plenum.testing.Actors;
import plenum.testing.ManualTimers;

class LobbySourceTest {

  /** People who are simply there. */
  private record Present(List<OnlinePerson> people) implements Presence {
    @Override
    public void connect(Actor actor) {}

    @Override
    public void disconnect(SessionId session, boolean saidGoodbye) {}

    @Override
    public void update(Actor actor, Availability availability) {}

    @Override
    public void rename(Actor actor, DisplayName name) {}

    @Override
    public void forget(PersonId person) {}

    @Override
    public Optional<DisplayName> nameOf(PersonId person) {
      return person(person).map(OnlinePerson::name);
    }

    @Override
    public Optional<OnlinePerson> person(PersonId person) {
      return people.stream().filter(known -> known.id().equals(person)).findFirst();
    }
  }

  private final ManualTimers timers = new ManualTimers();
  private final Rooms rooms = RoomsForTests.rooms(timers, event -> {});
  private final OnlinePerson ada = person("Ada", new Availability(true, false, false));
  private final OnlinePerson grace = person("Grace", new Availability(true, true, true));
  private final Present present = new Present(List.of(ada, grace));
  private final Calls calls = CallsForTests.calls(timers, rooms, present);
  private final LobbySource lobby = new LobbySource(rooms, calls, present);

  private static OnlinePerson person(String name, Availability availability) {
    return new OnlinePerson(PersonId.fresh(), DisplayName.of(name), availability);
  }

  private void sit(OnlinePerson person, RoomId room) {
    rooms.join(actor(person), room, Devices.NONE);
  }

  private static Actor actor(OnlinePerson person) {
    return Actors.of(person.id(), person.name().value(), "page");
  }

  private PersonView view(OnlinePerson person) {
    return (PersonView) lobby.now(LobbySource.key(person.id())).orElseThrow();
  }

  private Call call() {
    calls.start(actor(ada), grace.id(), answer -> {});
    return calls.of(ada.id()).orElseThrow();
  }

  private String placeOf(OnlinePerson person) {
    return view(person).place();
  }

  private String stateOf(OnlinePerson person) {
    return view(person).state();
  }

  @Test
  void listsRoomsWithTheirKindAndOwner() {
    RoomId room = rooms.create(actor(ada), new RoomName("Plans"), PlaceKind.DESKTOP).id();
    RoomView view =
        new RoomView(
            room.value(),
            Optional.of("Plans"),
            "desktop",
            Optional.of(ada.id().value()),
            Optional.of("Ada"),
            0,
            Optional.empty(),
            Optional.empty());

    assertEquals(Optional.of(new ListedRoom(view)), lobby.now(LobbySource.key(room)));
    assertEquals(new ListedRoom(view), lobby.all().get(LobbySource.key(room)));
  }

  @Test
  void tellsInWhichRoomSomebodyIs() {
    RoomId room = rooms.create(actor(ada), new RoomName("Stand-up"), PlaceKind.GROUP).id();
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
    rooms.makeGroup(actor(ada), call, new RoomName("Ada and Grace"));

    assertEquals(call.value(), placeOf(ada));
    RoomView view = ((ListedRoom) lobby.now(LobbySource.key(call)).orElseThrow()).room();
    assertEquals("group", view.kind());
    assertEquals(1, view.members());
  }

  @Test
  void tellsDevicesAndWhoIsAway() {
    assertEquals(new PersonView(ada.id().value(), "Ada", "lobby", "free", true, false), view(ada));
    assertEquals(
        new PersonView(grace.id().value(), "Grace", "lobby", "away", true, true), view(grace));
  }

  @Test
  void tellsACallFromItsFirstRingOn() {
    Call call = call();

    assertEquals("call", stateOf(ada));
    assertEquals("call", stateOf(grace));
    assertEquals("call", placeOf(grace));

    calls.reject(actor(grace), call.id(), answer -> {});
    assertEquals("free", stateOf(ada));
    assertEquals("away", stateOf(grace));
  }

  @Test
  void tellsACallBeforeARoomAndARoomBeforeBeingAway() {
    RoomId room = rooms.create(actor(ada), new RoomName("Stand-up"), PlaceKind.GROUP).id();
    sit(grace, room);
    assertEquals("room", stateOf(grace));

    call();
    assertEquals("call", stateOf(grace));
    assertEquals("call", placeOf(grace));
  }

  @Test
  void tellsACallWhoseRoomIsNotClosedYet() {
    sit(ada, rooms.openCall(Set.of(ada.id(), grace.id())));

    assertEquals("call", stateOf(ada));
  }

  @Test
  void listsNobodyWhoIsHereForOneRoomAlone() {
    OnlinePerson outsider =
        new OnlinePerson(PersonId.fresh(), DisplayName.of("Otto"), Availability.UNKNOWN, true);
    LobbySource source = new LobbySource(rooms, calls, new Present(List.of(ada, outsider)));

    assertEquals(Set.of(LobbySource.key(ada.id())), source.all().keySet());
    assertEquals(Optional.empty(), source.now(LobbySource.key(outsider.id())));
  }
}
