package plenum.signal.room;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import plenum.identity.Paces;
import plenum.media.node.Nodes;
import plenum.media.stream.Receivers;
import plenum.media.stream.Streams;
import plenum.media.ticket.Relays;
import plenum.presence.Presence;
import plenum.room.Gestures;
import plenum.room.Moderation;
import plenum.room.Observations;
import plenum.room.Rooms;
import plenum.room.Stages;
import plenum.settings.MediaSettings;
import plenum.signal.protocol.Connections;
import plenum.signal.protocol.Part;
import plenum.signal.protocol.Topics;
import plenum.typing.RealTimeText;

/** Wires what rooms add to the protocol. */
@ApplicationScoped
class RoomParts {

  @Produces
  @Singleton
  RoomTopics topics(
      Rooms rooms,
      Stages stages,
      Gestures gestures,
      RealTimeText text,
      Nodes nodes,
      MediaSettings media,
      Observations observations,
      Topics topics) {
    return new RoomTopics(
        rooms, stages, gestures, text, nodes, media.codecs(), observations::observers, topics);
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
      Moderation moderation,
      Streams streams,
      Relays relays,
      UndecodableGauges undecodable) {
    return new RoomPart(topics, rooms, moderation, streams, relays, undecodable::count);
  }

  @Produces
  @Singleton
  Part receiving(Rooms rooms, Receivers receivers, Relays relays, MediaSettings media) {
    return new ReceivingPart(rooms, receivers, relays, media.receiving().pictures());
  }

  @Produces
  @Singleton
  Part showing(Rooms rooms, MediaSettings media) {
    return new ShowingPart(rooms, media.srs().inUse() ? media.srs().pictures().smallUpTo() : 0);
  }

  @Produces
  @Singleton
  Part suffering(Rooms rooms, MediaSettings media) {
    return new SufferingPart(rooms, media.srs().inUse());
  }

  @Produces
  @Singleton
  Part viewing(RoomTopics topics, Rooms rooms, Moderation moderation, Streams streams) {
    return new ViewingPart(topics, rooms, moderation, streams);
  }

  @Produces
  @Singleton
  Part observing(Observations observations, Streams streams, Relays relays) {
    return new ObservingPart(observations, streams, relays);
  }

  @Produces
  @Singleton
  Part devices(Rooms rooms, Streams streams) {
    return new DevicePart(rooms, streams);
  }

  @Produces
  @Singleton
  Part options(Moderation moderation, Presence presence) {
    return new OptionsPart(moderation, presence, InstantSource.system());
  }

  @Produces
  @Singleton
  Part moderation(Moderation moderation) {
    return new ModerationPart(moderation);
  }

  @Produces
  @Singleton
  Part stage(Stages stages) {
    return new StagePart(stages);
  }

  @Produces
  @Singleton
  Part gestures(Gestures gestures, Paces paces) {
    return new GesturePart(gestures, paces);
  }
}
