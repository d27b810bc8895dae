package plenum.admin;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import plenum.audit.AuditEntry;
import plenum.audit.AuditTrail;
import plenum.call.Calls;
import plenum.identity.Actor;
import plenum.media.MediaRefusal;
import plenum.media.node.MediaNode;
import plenum.media.node.NodeState;
import plenum.media.node.NodeStream;
import plenum.media.node.Nodes;
import plenum.presence.Presence;
import plenum.room.RoomId;
import plenum.room.RoomSummary;
import plenum.room.Rooms;
import plenum.store.Storage;

/** The site as it is now. */
@ApplicationScoped
public class Site {

  private Presence presence;
  private Rooms rooms;
  private Calls calls;
  private Nodes nodes;
  private Storage storage;
  private AuditTrail trail;

  /** For the container's proxy only. */
  protected Site() {}

  @Inject
  Site(
      Presence presence, Rooms rooms, Calls calls, Nodes nodes, Storage storage, AuditTrail trail) {
    this.presence = presence;
    this.rooms = rooms;
    this.calls = calls;
    this.nodes = nodes;
    this.storage = storage;
    this.trail = trail;
  }

  /** How many are online. */
  public int people() {
    return presence.people().size();
  }

  /** How many rooms have somebody inside. */
  public long rooms() {
    return rooms.rooms().stream().filter(room -> room.members() > 0).count();
  }

  /** How many rooms there are, also empty ones. */
  int allRooms() {
    return rooms.rooms().size();
  }

  /** How many calls ring or are answered. */
  public int calls() {
    return calls.running().size();
  }

  /** How many streams somebody publishes; waits for nodes elsewhere. */
  public long streams() {
    return nodes.streams().stream().filter(NodeStream::published).count();
  }

  /** Every room, and every call, with who is there. */
  List<MeetingView> meetings() {
    return Stream.concat(
            rooms.rooms().stream().map(this::meeting),
            calls.running().stream().map(call -> MeetingView.of(call, members(call.room()))))
        .toList();
  }

  /** Who publishes each stream that is on air, and in which room, by the stream's name. */
  public Map<String, String> streamNames() {
    Map<String, String> names = new HashMap<>();
    for (MeetingView meeting : meetings()) {
      String room = meeting.name().isEmpty() ? "" : " – " + meeting.name();
      for (MemberView member : meeting.members()) {
        member.onAir().forEach(stream -> names.put(stream.name(), member.name() + room));
      }
    }
    return names;
  }

  /** A room or a call, if there is one of that id. */
  public Optional<MeetingView> meeting(RoomId id) {
    return calls.running().stream()
        .filter(call -> call.room().equals(id))
        .map(call -> MeetingView.of(call, members(id)))
        .findFirst()
        .or(() -> rooms.room(id).filter(room -> room.name().isPresent()).map(this::meeting));
  }

  private MeetingView meeting(RoomSummary room) {
    return MeetingView.of(room, members(room.id()));
  }

  private List<MemberView> members(RoomId room) {
    return rooms.members(room).stream().map(MemberView::of).toList();
  }

  /**
   * Ends a session of media.
   *
   * @throws MediaRefusal {@code no-such-session}
   */
  public void endSession(Actor actor, String session) {
    if (!nodes.kick(session)) {
      throw new MediaRefusal(MediaRefusal.Reason.NO_SUCH_SESSION, "no-such-session");
    }
    trail.add(AuditEntry.done(actor, "end-session", session));
  }

  /** What needs attention first; empty when nothing does. */
  public List<Trouble> troubles() {
    return Stream.concat(
            nodes.nodes().stream().flatMap(node -> trouble(node).stream()),
            Stream.of(storage.problem(), storage.problemBeside())
                .flatMap(Optional::stream)
                .map(why -> new Trouble("", why)))
        .toList();
  }

  private static Optional<Trouble> trouble(MediaNode node) {
    return node.state() instanceof NodeState.Failed failed
        ? Optional.of(new Trouble(node.name(), failed.reason()))
        : Optional.empty();
  }

  /** The media nodes. */
  public Nodes nodes() {
    return nodes;
  }
}
