package plenum.signal.lobby;

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
import plenum.signal.protocol.TopicSource;
import plenum.signal.room.RoomView;

/**
 * The lobby: every room that everybody may know of, and everybody online who is not an outsider in
 * one room.
 */
record LobbySource(Rooms rooms, Calls calls, Presence presence) implements TopicSource<LobbyEntry> {

  static final String NAME = "lobby";

  private static final String ROOM = "room ";
  private static final String PERSON = "person ";

  static String key(RoomId room) {
    return ROOM + room.value();
  }

  static String key(PersonId person) {
    return PERSON + person.value();
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Map<String, LobbyEntry> all() {
    Map<String, LobbyEntry> views = new LinkedHashMap<>();
    for (RoomSummary room : rooms.rooms()) {
      if (HiddenRooms.isHidden(room)) {
        continue;
      }
      views.put(key(room.id()), listing(room));
    }
    for (OnlinePerson person : presence.people()) {
      if (person.outsider()) {
        continue;
      }
      views.put(key(person.id()), view(person));
    }
    return views;
  }

  @Override
  public Optional<LobbyEntry> now(String key) {
    return key.startsWith(ROOM)
        ? listed(new RoomId(key.substring(ROOM.length()))).map(LobbySource::listing)
        : presence
            .person(new PersonId(key.substring(PERSON.length())))
            .filter(person -> !person.outsider())
            .map(this::view);
  }

  @Override
  public Record snapshot(long seq, Collection<LobbyEntry> views) {
    return new LobbyState(
        seq,
        only(ListedRoom.class, views).stream().map(ListedRoom::room).toList(),
        only(PersonView.class, views));
  }

  private static LobbyEntry listing(RoomSummary room) {
    return new ListedRoom(RoomView.of(room));
  }

  private LobbyEntry view(OnlinePerson person) {
    return PersonView.of(
        person, calls.of(person.id()).isPresent(), rooms.seatOf(person.id()).flatMap(rooms::room));
  }

  private Optional<RoomSummary> listed(RoomId id) {
    return rooms.room(id).filter(room -> room.kind().isListed() && !HiddenRooms.isHidden(room));
  }

  private static <T> List<T> only(Class<T> type, Collection<LobbyEntry> views) {
    return views.stream().filter(type::isInstance).map(type::cast).toList();
  }
}
