package plenum.signal.room;

import java.util.OptionalLong;
import plenum.signal.protocol.ClientMessage;

/** What a client may send about the people of a room that it moderates, and who waits before it. */
public sealed interface ModerationMessage extends ClientMessage {

  record AdmitPerson(OptionalLong request, String person) implements ModerationMessage {}

  record AdmitAll(OptionalLong request) implements ModerationMessage {}

  record TurnAway(OptionalLong request, String person) implements ModerationMessage {}

  record MuteMember(OptionalLong request, String member) implements ModerationMessage {}

  record StopCamera(OptionalLong request, String member) implements ModerationMessage {}

  record RemoveMember(OptionalLong request, String member) implements ModerationMessage {}

  record BanMember(OptionalLong request, String member) implements ModerationMessage {}

  record AppointModerator(OptionalLong request, String member) implements ModerationMessage {}

  record DismissModerator(OptionalLong request, String room, String person)
      implements ModerationMessage {}

  record HandOverRoom(OptionalLong request, String member) implements ModerationMessage {}
}
