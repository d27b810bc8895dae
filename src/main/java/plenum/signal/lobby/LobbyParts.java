package plenum.signal.lobby;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import plenum.call.Calls;
import plenum.identity.Paces;
import plenum.presence.Presence;
import plenum.right.Rights;
import plenum.room.Moderation;
import plenum.room.Rooms;
import plenum.settings.Current;
import plenum.settings.RoomSettings;
import plenum.signal.protocol.Connections;
import plenum.signal.protocol.Part;
import plenum.signal.protocol.Topics;

/** Wires what the lobby adds to the protocol. */
@ApplicationScoped
class LobbyParts {

  @Produces
  @Singleton
  LobbyTopic topic(Rooms rooms, Calls calls, Presence presence, Topics topics) {
    return new LobbyTopic(rooms, calls, presence, topics);
  }

  @Produces
  @Singleton
  HiddenRooms hidden(
      LobbyTopic topic, Rooms rooms, Moderation moderation, Connections connections) {
    return new HiddenRooms(topic, rooms, moderation, connections);
  }

  @Produces
  @Singleton
  Part lobby(
      LobbyTopic topic,
      HiddenRooms hidden,
      Rooms rooms,
      Presence presence,
      Current<RoomSettings> settings,
      Rights rights,
      Paces paces) {
    return new LobbyPart(topic, hidden, rooms, presence, settings, rights, paces);
  }
}
