package plenum.room;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import plenum.account.AccountRemoved;
import plenum.audit.AuditTrail;
import plenum.identity.PersonId;
import plenum.media.LayersWanted;
import plenum.media.Place;
import plenum.media.StreamId;
import plenum.media.StreamPublished;
import plenum.media.StreamUnpublished;
import plenum.media.VoiceHeard;
import plenum.media.stream.Receivers;
import plenum.media.stream.Streams;
import plenum.presence.Presence;
import plenum.presence.PresenceEvent.PersonUpdated;
import plenum.right.Rights;
import plenum.room.RoomEvent.RoomDeleted;
import plenum.settings.Current;
import plenum.settings.MediaSettings;
import plenum.settings.PresenceSettings;
import plenum.settings.RoomSettings;
import plenum.settings.SrsSettings.Pictures;
import plenum.time.Timers;

/** Wires the rooms to the application. */
@ApplicationScoped
class RoomsProducer {

  private InMemoryRooms rooms;

  /** For the container's proxy only. */
  protected RoomsProducer() {}

  @Inject
  RoomsProducer(
      Current<RoomSettings> limits,
      Rights rights,
      Current<PresenceSettings> patience,
      Timers timers,
      MediaSettings media,
      Streams streams,
      Receivers receivers,
      RoomStore store,
      AuditTrail trail,
      Event<RoomEvent> events) {
    rooms =
        new InMemoryRooms(
            limits,
            rights,
            patience,
            timers,
            media.srs().inUse() ? media.srs().pictures() : Pictures.NONE,
            roomStreams(streams, receivers),
            store,
            InstantSource.system(),
            System::nanoTime,
            trail,
            events::fire);
  }

  @Produces
  @ApplicationScoped
  Rooms rooms() {
    return rooms;
  }

  @Produces
  @ApplicationScoped
  Stages stages() {
    return rooms.stages();
  }

  @Produces
  @ApplicationScoped
  Gestures gestures() {
    return rooms.gestures();
  }

  @Produces
  @ApplicationScoped
  Moderation moderation() {
    return rooms.moderation();
  }

  @Produces
  @Singleton
  Observations observations(
      Streams streams, Rights rights, Timers timers, AuditTrail trail, Event<RoomEvent> events) {
    Observations.Media media =
        new Observations.Media() {
          @Override
          public boolean isOpen(StreamId stream) {
            return streams.permits(stream);
          }

          @Override
          public void sendAway(StreamId stream, PersonId person) {
            streams.sendAway(stream, person.value());
          }
        };
    return new Observations(rooms, media, rights, timers, trail, events::fire);
  }

  void roomGone(@Observes RoomDeleted deleted, Observations observations) {
    observations.roomGone(deleted.room());
  }

  void seat(@Observes StreamPublished published) {
    rooms.published(published.onAir());
  }

  void seat(@Observes LayersWanted wanted) {
    rooms.layersWanted(wanted.stream(), wanted.layers());
  }

  void seat(@Observes VoiceHeard voice) {
    rooms.voiceHeard(voice.stream(), voice.speaks());
  }

  void seat(@Observes StreamUnpublished unpublished) {
    rooms.unpublished(unpublished.stream());
  }

  void rename(@Observes PersonUpdated updated, Presence presence) {
    presence
        .person(updated.person())
        .ifPresent(person -> rooms.renamed(person.id(), person.name()));
  }

  void forget(@Observes AccountRemoved removed) {
    rooms.forget(removed.person());
  }

  private static RoomStreams roomStreams(Streams streams, Receivers receivers) {
    return new RoomStreams() {
      @Override
      public StreamId open(Place place, String source) {
        return streams.open(place, source);
      }

      @Override
      public StreamId openForDevice(Place place) {
        return streams.openForDevice(place, RoomDevice.SOURCE);
      }

      @Override
      public void close(StreamId stream) {
        streams.close(stream);
      }

      @Override
      public void hold(StreamId stream, boolean sound, boolean picture) {
        streams.hold(stream, sound, picture);
      }

      @Override
      public void sendAway(StreamId stream, PersonId person) {
        streams.sendAway(stream, person.value());
      }

      @Override
      public void leave(Place place, PersonId person) {
        receivers.leave(place, person);
      }
    };
  }
}
