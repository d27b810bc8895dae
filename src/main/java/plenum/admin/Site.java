package plenum.admin;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.stream.Stream;
import plenum.call.Calls;
import plenum.media.node.NodeClient;
import plenum.media.node.NodeStream;
import plenum.media.node.Nodes;
import plenum.presence.Presence;
import plenum.room.RoomId;
import plenum.room.RoomSummary;
import plenum.room.Rooms;

/** The site as it is now. */
@ApplicationScoped
class Site {

  private Presence presence;
  private Rooms rooms;
  private Calls calls;
  private Nodes nodes;

  /** For the container's proxy only. */
  protected Site() {}

  @Inject
  Site(Presence presence, Rooms rooms, Calls calls, Nodes nodes) {
    this.presence = presence;
    this.rooms = rooms;
    this.calls = calls;
    this.nodes = nodes;
  }

  /** How many are online. */
  int people() {
    return presence.people().size();
  }

  /** How many rooms have somebody inside. */
  long rooms() {
    return rooms.rooms().stream().filter(room -> room.members() > 0).count();
  }

  /** How many calls ring or are answered. */
  int calls() {
    return calls.running().size();
  }

  /** How many streams somebody publishes; waits for nodes elsewhere. */
  long streams() {
    return nodes.streams().stream().filter(NodeStream::published).count();
  }

  /** Every room, and every call, with who is there. */
  List<MeetingView> meetings() {
    return Stream.concat(
            rooms.rooms().stream().map(this::meeting),
            calls.running().stream().map(call -> MeetingView.of(call, members(call.room()))))
        .toList();
  }

  private MeetingView meeting(RoomSummary room) {
    return MeetingView.of(room, members(room.id()));
  }

  private List<MemberView> members(RoomId room) {
    return rooms.members(room).stream().map(MemberView::of).toList();
  }

  /** Every session of media, on all nodes; waits for nodes elsewhere. */
  List<NodeClient> sessions() {
    return nodes.clients();
  }

  /** The media nodes. */
  Nodes nodes() {
    return nodes;
  }
}
