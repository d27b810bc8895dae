package plenum.signal;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import plenum.call.Calls;
import plenum.identity.PersonId;
import plenum.presence.OnlinePerson;
import plenum.presence.Presence;
import plenum.room.RoomId;
import plenum.room.RoomSummary;
import plenum.room.Rooms;
import plenum.signal.Change.PersonAppeared;
import plenum.signal.Change.PersonChanged;
import plenum.signal.Change.PersonDisappeared;
import plenum.signal.Change.RoomAppeared;
import plenum.signal.Change.RoomDisappeared;
import plenum.signal.Change.RoomUpdated;
import plenum.signal.Views.LobbyView;
import plenum.signal.Views.PersonView;
import plenum.signal.Views.RoomView;

/** The lobby: every room that everybody may know of, and everybody online. */
record LobbySource(Rooms rooms, Calls calls, Presence presence) implements TopicSource<LobbyView> {

  private static final String ROOM = "room ";
  private static final String PERSON = "person ";

  static String key(RoomId room) {
    return ROOM + room.value();
  }

  static String key(PersonId person) {
    return PERSON + person.value();
  }

  @Override
  public Map<String, LobbyView> all() {
    Map<String, LobbyView> views = new LinkedHashMap<>();
    for (RoomSummary room : rooms.rooms()) {
      views.put(key(room.id()), RoomView.of(room));
    }
    for (OnlinePerson person : presence.people()) {
      views.put(key(person.id()), view(person));
    }
    return views;
  }

  @Override
  public Optional<LobbyView> now(String key) {
    return key.startsWith(ROOM)
        ? listed(new RoomId(key.substring(ROOM.length()))).map(RoomView::of)
        : presence.person(new PersonId(key.substring(PERSON.length()))).map(this::view);
  }

  @Override
  public Change appeared(LobbyView view) {
    return view instanceof RoomView room
        ? new RoomAppeared(room)
        : new PersonAppeared((PersonView) view);
  }

  @Override
  public Change changed(LobbyView view) {
    return view instanceof RoomView room
        ? new RoomUpdated(room)
        : new PersonChanged((PersonView) view);
  }

  @Override
  public Change gone(LobbyView view, String reason) {
    return view instanceof RoomView
        ? new RoomDisappeared(view.id())
        : new PersonDisappeared(view.id());
  }

  @Override
  public Record snapshot(long seq, Collection<LobbyView> views) {
    return new LobbyState(seq, only(RoomView.class, views), only(PersonView.class, views));
  }

  @Override
  public ServerMessage changes(long seq, List<Change> changes) {
    return new ServerMessage.LobbyChanged(seq, changes);
  }

  private LobbyView view(OnlinePerson person) {
    return PersonView.of(
        person, calls.of(person.id()).isPresent(), rooms.seatOf(person.id()).flatMap(rooms::room));
  }

  private Optional<RoomSummary> listed(RoomId id) {
    return rooms.room(id).filter(room -> room.kind().isListed());
  }

  private static <T> List<T> only(Class<T> type, Collection<LobbyView> views) {
    return views.stream().filter(type::isInstance).map(type::cast).toList();
  }
}
