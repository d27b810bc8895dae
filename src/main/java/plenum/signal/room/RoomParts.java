package plenum.signal.room;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import plenum.media.node.Nodes;
import plenum.media.stream.Streams;
import plenum.media.ticket.Relays;
import plenum.room.Rooms;
import plenum.room.Stages;
import plenum.settings.MediaSettings;
import plenum.signal.protocol.Connections;
import plenum.signal.protocol.Part;
import plenum.signal.protocol.Topics;

/** Wires what rooms add to the protocol. */
@ApplicationScoped
class RoomParts {

  @Produces
  @Singleton
  RoomTopics topics(Rooms rooms, Stages stages, Nodes nodes, MediaSettings media, Topics topics) {
    return new RoomTopics(rooms, stages, nodes, media.codecs(), topics);
  }

  @Produces
  @Singleton
  RoomAudience audience(RoomTopics topics, Connections connections) {
    return new RoomAudience(topics, connections);
  }

  @Produces
  @Singleton
  Part seats(
      RoomTopics topics,
      Rooms rooms,
      Streams streams,
      Relays relays,
      UndecodableGauges undecodable) {
    return new RoomPart(topics, rooms, streams, relays, undecodable::count);
  }

  @Produces
  @Singleton
  Part viewing(RoomTopics topics, Rooms rooms, Streams streams) {
    return new ViewingPart(topics, rooms, streams);
  }

  @Produces
  @Singleton
  Part devices(Rooms rooms, Streams streams) {
    return new DevicePart(rooms, streams);
  }

  @Produces
  @Singleton
  Part stage(Stages stages) {
    return new StagePart(stages);
  }
}
