package plenum.signal;

import jakarta.json.bind.annotation.JsonbSubtype;
import jakarta.json.bind.annotation.JsonbTypeInfo;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import plenum.media.Ingest;
import plenum.signal.CallViews.CallView;
import plenum.signal.CallViews.InvitationView;
import plenum.signal.CallViews.PartyView;
import plenum.signal.CallViews.RecordView;
import plenum.signal.Views.RoomView;
import plenum.signal.Views.You;

/** What the server sends. Empty members are left out. */
@JsonbTypeInfo(
    key = "type",
    value = {
      @JsonbSubtype(alias = "welcome", type = ServerMessage.Welcome.class),
      @JsonbSubtype(alias = "lobby", type = ServerMessage.Lobby.class),
      @JsonbSubtype(alias = "lobby-changed", type = ServerMessage.LobbyChanged.class),
      @JsonbSubtype(alias = "room-created", type = ServerMessage.RoomMade.class),
      @JsonbSubtype(alias = "room-deleted", type = ServerMessage.RoomGone.class),
      @JsonbSubtype(alias = "room", type = ServerMessage.Room.class),
      @JsonbSubtype(alias = "room-changed", type = ServerMessage.RoomChanged.class),
      @JsonbSubtype(alias = "room-left", type = ServerMessage.RoomLeft.class),
      @JsonbSubtype(alias = "room-closed", type = ServerMessage.RoomClosed.class),
      @JsonbSubtype(alias = "seat-moved", type = ServerMessage.SeatTaken.class),
      @JsonbSubtype(alias = "ticket", type = ServerMessage.Ticket.class),
      @JsonbSubtype(alias = "device", type = ServerMessage.DeviceAddress.class),
      @JsonbSubtype(alias = "device-removed", type = ServerMessage.DeviceGone.class),
      @JsonbSubtype(alias = "call", type = ServerMessage.CallChanged.class),
      @JsonbSubtype(alias = "call-recorded", type = ServerMessage.CallRecorded.class),
      @JsonbSubtype(alias = "calls", type = ServerMessage.CallList.class),
      @JsonbSubtype(alias = "calls-seen", type = ServerMessage.CallsSeen.class),
      @JsonbSubtype(alias = "invitation", type = ServerMessage.Invited.class),
      @JsonbSubtype(alias = "invitation-over", type = ServerMessage.InvitationGone.class),
      @JsonbSubtype(alias = "stage-taken", type = ServerMessage.StageTaken.class),
      @JsonbSubtype(alias = "stage-left", type = ServerMessage.StageLeft.class),
      @JsonbSubtype(alias = "done", type = ServerMessage.Done.class),
      @JsonbSubtype(alias = "pong", type = ServerMessage.Pong.class),
      @JsonbSubtype(alias = "restarting", type = ServerMessage.Restarting.class),
      @JsonbSubtype(alias = "error", type = ServerMessage.Error.class)
    })
public sealed interface ServerMessage {

  /** Limits that a page shows before it asks. */
  record Limits(int displayName, int roomName, int members, int devices) {}

  /**
   * The first message.
   *
   * @param missed missed calls that the person has not seen
   */
  record Welcome(
      You you,
      String boot,
      String version,
      Limits limits,
      Optional<String> room,
      Optional<CallView> call,
      Optional<InvitationView> invitation,
      int missed)
      implements ServerMessage {}

  /** The head of the lobby's snapshot; its body is the same for everybody: {@link LobbyState}. */
  record Lobby(OptionalLong request) implements ServerMessage {}

  record LobbyChanged(long seq, List<Change> changes) implements ServerMessage {}

  record RoomMade(OptionalLong request, RoomView room) implements ServerMessage {}

  record RoomGone(OptionalLong request, String room) implements ServerMessage {}

  /** The head of a room's snapshot; its body is the same for everybody: {@link RoomState}. */
  record Room(OptionalLong request, String you) implements ServerMessage {}

  record RoomChanged(long seq, List<Change> changes) implements ServerMessage {}

  record RoomLeft(OptionalLong request, String room) implements ServerMessage {}

  record RoomClosed(String room, Optional<String> name, String reason, Optional<String> by)
      implements ServerMessage {}

  record SeatTaken(String room) implements ServerMessage {}

  /** The right to publish or play at {@code url}, or to view at {@code flv} and {@code hls}. */
  record Ticket(
      OptionalLong request,
      String action,
      String stream,
      Optional<String> url,
      Optional<String> flv,
      Optional<String> hls,
      String expires)
      implements ServerMessage {}

  /**
   * How a device gets in; secret, so that only who asked is told.
   *
   * @param expires when the keys do
   */
  record DeviceAddress(OptionalLong request, Device device, List<Ingest> ingests, String expires)
      implements ServerMessage {}

  /** Which device an address is of. */
  record Device(String id, String name) {}

  record DeviceGone(OptionalLong request, String device) implements ServerMessage {}

  record CallChanged(OptionalLong request, CallView call) implements ServerMessage {}

  record CallRecorded(RecordView record, int missed) implements ServerMessage {}

  record CallList(OptionalLong request, List<RecordView> calls, int missed)
      implements ServerMessage {}

  record CallsSeen(int missed) implements ServerMessage {}

  record Invited(RoomView room, PartyView by) implements ServerMessage {}

  record InvitationGone(String room) implements ServerMessage {}

  record StageTaken(OptionalLong request) implements ServerMessage {}

  record StageLeft(OptionalLong request) implements ServerMessage {}

  /** What was asked for is done; what that changed is in the changes. */
  record Done(OptionalLong request) implements ServerMessage {}

  record Pong(OptionalLong request) implements ServerMessage {}

  record Restarting() implements ServerMessage {}

  record Error(OptionalLong request, String code, String message, OptionalInt retryAfter)
      implements ServerMessage {}
}
