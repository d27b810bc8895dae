package plenum.signal;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import plenum.identity.PersonId;
import plenum.room.Member;
import plenum.room.RoomSummary;
import plenum.room.Rooms;
import plenum.signal.Change.MemberAppeared;
import plenum.signal.Change.MemberChanged;
import plenum.signal.Change.MemberDisappeared;
import plenum.signal.Views.MemberView;
import plenum.signal.Views.RoomView;

/**
 * One room: everybody inside.
 *
 * @param room as it was when the first one came in; a room's name does not change
 */
record RoomSource(Rooms rooms, RoomSummary room) implements TopicSource<MemberView> {

  static String key(PersonId person) {
    return person.value();
  }

  @Override
  public Map<String, MemberView> all() {
    Map<String, MemberView> views = new LinkedHashMap<>();
    for (Member member : rooms.members(room.id())) {
      views.put(key(member.id()), MemberView.of(member));
    }
    return views;
  }

  @Override
  public Optional<MemberView> now(String key) {
    return rooms.member(room.id(), new PersonId(key)).map(MemberView::of);
  }

  @Override
  public Change appeared(MemberView view) {
    return new MemberAppeared(view);
  }

  @Override
  public Change changed(MemberView view) {
    return new MemberChanged(view);
  }

  @Override
  public Change gone(MemberView view, String reason) {
    return new MemberDisappeared(view.id(), reason);
  }

  @Override
  public Record snapshot(long seq, Collection<MemberView> views) {
    RoomView view =
        new RoomView(room.id().value(), room.name().value(), room.kind().app(), views.size());
    return new RoomState(seq, view, List.copyOf(views));
  }

  @Override
  public ServerMessage changes(long seq, List<Change> changes) {
    return new ServerMessage.RoomChanged(seq, changes);
  }
}
