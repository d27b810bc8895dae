package plenum.signal.lobby;

import plenum.call.Calls;
import plenum.identity.PersonId;
import plenum.presence.Presence;
import plenum.room.RoomId;
import plenum.room.Rooms;
import plenum.signal.protocol.Topic;
import plenum.signal.protocol.Topics;

/** The lobby's topic. */
final class LobbyTopic {

  private final Topic<LobbyEntry> topic;

  LobbyTopic(Rooms rooms, Calls calls, Presence presence, Topics topics) {
    this.topic = topics.of(new LobbySource(rooms, calls, presence));
  }

  Topic<LobbyEntry> topic() {
    return topic;
  }

  /** The room may be listed otherwise now. */
  void touch(RoomId room) {
    topic.touch(LobbySource.key(room));
  }

  /** The person may be listed otherwise now. */
  void touch(PersonId person) {
    topic.touch(LobbySource.key(person));
  }
}
