package plenum.signal;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import plenum.identity.PersonId;
import plenum.media.Nodes;
import plenum.media.Place;
import plenum.room.Member;
import plenum.room.RoomSummary;
import plenum.room.Rooms;
import plenum.signal.Change.MediaChanged;
import plenum.signal.Change.MemberAppeared;
import plenum.signal.Change.MemberChanged;
import plenum.signal.Change.MemberDisappeared;
import plenum.signal.Views.MediaView;
import plenum.signal.Views.MemberView;
import plenum.signal.Views.RoomView;

/**
 * One room: everybody inside, and how its media is served.
 *
 * @param room as it was when the first one came in; a room's name does not change
 */
record RoomSource(Rooms rooms, Nodes nodes, RoomSummary room) implements TopicSource<RoomEntry> {

  /** The key of the room's media; no person's id looks like it. */
  static final String MEDIA = "/media";

  static String key(PersonId person) {
    return person.value();
  }

  @Override
  public Map<String, RoomEntry> all() {
    Map<String, RoomEntry> views = new LinkedHashMap<>();
    views.put(MEDIA, media());
    for (Member member : rooms.members(room.id())) {
      views.put(key(member.id()), MemberView.of(member));
    }
    return views;
  }

  @Override
  public Optional<RoomEntry> now(String key) {
    return key.equals(MEDIA)
        ? Optional.of(media())
        : rooms.member(room.id(), new PersonId(key)).map(MemberView::of);
  }

  private MediaView media() {
    return MediaView.of(nodes.media(new Place(room.kind().app(), room.id().value())));
  }

  @Override
  public Change appeared(RoomEntry entry) {
    return entry instanceof MemberView member ? new MemberAppeared(member) : changed(entry);
  }

  @Override
  public Change changed(RoomEntry entry) {
    return entry instanceof MemberView member
        ? new MemberChanged(member)
        : new MediaChanged((MediaView) entry);
  }

  @Override
  public Change gone(RoomEntry entry, String reason) {
    return entry instanceof MemberView member
        ? new MemberDisappeared(member.id(), reason)
        : changed(entry);
  }

  @Override
  public Record snapshot(long seq, Collection<RoomEntry> entries) {
    List<MemberView> members = only(MemberView.class, entries);
    RoomView view =
        new RoomView(room.id().value(), room.name().value(), room.kind().app(), members.size());
    return new RoomState(seq, view, members, only(MediaView.class, entries).get(0));
  }

  private static <T> List<T> only(Class<T> kind, Collection<RoomEntry> entries) {
    return entries.stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  @Override
  public ServerMessage changes(long seq, List<Change> changes) {
    return new ServerMessage.RoomChanged(seq, changes);
  }
}
