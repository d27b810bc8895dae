package plenum.room;

import java.util.List;
import java.util.Optional;
import plenum.identity.DisplayName;
import plenum.identity.PersonId;
import plenum.identity.SessionId;
import plenum.media.StreamId;

/**
 * CDI event: something changed in a room. Fired after the change and outside of every lock, one
 * after the other in the order in which it happened; more may have happened since, so who needs the
 * present state asks {@link Rooms}.
 */
public sealed interface RoomEvent {

  /** Which room it is about. */
  RoomId room();

  /** A new room that everybody may know of. */
  record RoomCreated(RoomId room) implements RoomEvent {}

  /**
   * A call became a room that everybody may know of, or whether a restart would lose the room
   * changed, or what was decided about it, or whose it is.
   */
  record RoomUpdated(RoomId room) implements RoomEvent {}

  /**
   * A room is gone.
   *
   * @param name how it was called
   * @param by who deleted it; nobody did when its time was over
   * @param inside the connections whose seats went with it, or which waited before it
   */
  record RoomDeleted(RoomId room, RoomName name, Optional<DisplayName> by, List<Seated> inside)
      implements RoomEvent {
    public RoomDeleted {
      inside = List.copyOf(inside);
    }
  }

  /**
   * A call's room is gone.
   *
   * @param inside the connections whose seats went with it
   */
  record CallClosed(RoomId room, List<Seated> inside) implements RoomEvent {
    public CallClosed {
      inside = List.copyOf(inside);
    }
  }

  /** A person took a seat. */
  record MemberJoined(RoomId room, PersonId person) implements RoomEvent {}

  /** A member's name, devices, connection or streams changed. */
  record MemberUpdated(RoomId room, PersonId person) implements RoomEvent {}

  /** A person has no seat any more. */
  record MemberLeft(RoomId room, PersonId person, LeaveReason reason) implements RoomEvent {}

  /** Who has the stage, whether a screen is on air there, or who asks for it. */
  record StageChanged(RoomId room) implements RoomEvent {}

  /** A member began or ceased to speak. */
  record SpeakingChanged(RoomId room, PersonId person) implements RoomEvent {}

  /** A member raised or lowered a hand, answered, or reacted. */
  record GestureChanged(RoomId room, PersonId person) implements RoomEvent {}

  /** Somebody added a device. */
  record DeviceAdded(RoomId room, DeviceId device) implements RoomEvent {}

  /** A device came on air, or is on air no longer, or its key was renewed. */
  record DeviceUpdated(RoomId room, DeviceId device) implements RoomEvent {}

  /** Somebody removed a device. */
  record DeviceRemoved(RoomId room, DeviceId device) implements RoomEvent {}

  /**
   * A connection lost its seat to another tab of the same person.
   *
   * @param session the one that has no seat any more
   */
  record SeatMoved(RoomId room, SessionId session) implements RoomEvent {}

  /**
   * Somebody waits before a room, or no longer; or there is a moderator to let them in, or none.
   */
  record WaitingChanged(RoomId room) implements RoomEvent {}

  /**
   * Somebody who waited may come in.
   *
   * @param session by which that one waited
   */
  record Admitted(RoomId room, SessionId session) implements RoomEvent {}

  /** Somebody who waited may not come in; the same. */
  record TurnedAway(RoomId room, SessionId session) implements RoomEvent {}

  /**
   * A moderator switched a member's microphone off, or had done so when the page was another.
   *
   * @param session the member's
   * @param by empty when it is told again
   */
  record Muted(RoomId room, SessionId session, Optional<DisplayName> by) implements RoomEvent {}

  /** The same with a camera. */
  record CameraStopped(RoomId room, SessionId session, Optional<DisplayName> by)
      implements RoomEvent {}

  /**
   * A moderator sent a member out.
   *
   * @param session the member's, which has no seat any more
   * @param banned for the rest of the meeting
   */
  record SentOut(RoomId room, SessionId session, DisplayName by, boolean banned)
      implements RoomEvent {}

  /**
   * The guest link ended by which a member was here.
   *
   * @param session the member's, which has no seat any more
   */
  record Uninvited(RoomId room, SessionId session) implements RoomEvent {}

  /**
   * Of a member's picture that comes in several encodings these alone are needed, or were needed
   * already when the page was another.
   *
   * @param session the member's
   * @param layers their names
   */
  record LayersWanted(RoomId room, SessionId session, StreamId stream, List<String> layers)
      implements RoomEvent {}

  /**
   * Of the bitrate that a member's page usually sends a stream with, so much arrives, or arrived
   * when the page was another.
   *
   * @param session the member's
   * @param percent 100: all of it
   */
  record BitrateWanted(RoomId room, SessionId session, StreamId stream, int percent)
      implements RoomEvent {}

  /** Who observes a room's streams, without a seat, is somebody else now, or nobody. */
  record ObserversChanged(RoomId room) implements RoomEvent {}

  /**
   * Somebody observes a room's stream no longer.
   *
   * @param session whose page it was on
   * @param reason the word of an {@link ObservationEnd}
   */
  record ObservationEnded(RoomId room, SessionId session, String reason) implements RoomEvent {}

  /** Who sat where. */
  record Seated(PersonId person, SessionId session) {}

  /** Why a member left. */
  enum LeaveReason {
    /** On purpose. */
    LEFT,
    /** The connection broke and did not come back in time. */
    LOST,
    /** Went into another room. */
    MOVED,
    /** A moderator sent that one out. */
    REMOVED
  }
}
