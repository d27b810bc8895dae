package plenum.room;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import plenum.identity.Actor;
import plenum.identity.PersonId;
import plenum.media.OnAir;
import plenum.media.StreamId;
import plenum.room.RoomRefused.Reason;
import plenum.text.Refused;

/** Which streams the people of a room may publish, play and view, and what is heard of them. */
final class Streaming {

  private final Steps steps;
  private final RoomStreams streams;
  private final RoomIndex rooms;
  private final Seats seats;
  private final RoomDevices devices;
  private final Entrance entrance;
  private final Pages pages;

  Streaming(
      Steps steps,
      RoomStreams streams,
      RoomIndex rooms,
      Seats seats,
      RoomDevices devices,
      Entrance entrance,
      Pages pages) {
    this.steps = steps;
    this.streams = streams;
    this.rooms = rooms;
    this.seats = seats;
    this.devices = devices;
    this.entrance = entrance;
    this.pages = pages;
  }

  StreamId publish(Actor actor, String source) {
    return asked(actor, Deeds.PUBLISH, source, () -> published(actor, source));
  }

  /** What is refused is kept in the audit trail; tickets that are given are not. */
  private StreamId asked(Actor actor, String act, String object, Supplier<StreamId> step) {
    try {
      return step.get();
    } catch (Refused refused) {
      throw steps.refuse(actor, act, object, refused);
    }
  }

  private StreamId published(Actor actor, String source) {
    StreamSource wanted =
        StreamSource.of(source)
            .orElseThrow(() -> new RoomRefused(Reason.NOT_ALLOWED, "not-allowed.source"));
    Room room = roomOf(actor, wanted);
    StreamId fresh = streams.open(room.place(), source);
    return steps.change(
        entails -> {
          entails.end(fresh);
          Seat seat = seats.heldIn(room, actor.session());
          return pages.publishes(seat, wanted, fresh, entails);
        });
  }

  private Room roomOf(Actor actor, StreamSource source) {
    return steps.look(
        () -> {
          Seat seat = seats.held(actor.session());
          pages.requirePermitted(seat, source);
          return seat.room();
        });
  }

  StreamId play(Actor actor, String stream) {
    return asked(
        actor,
        Deeds.PLAY,
        stream,
        () -> steps.change(entails -> played(seats.held(actor.session()), stream)));
  }

  private StreamId played(Seat seat, String stream) {
    StreamId found = streamIn(seat.room(), stream);
    pages.plays(seat, found);
    return found;
  }

  Receivable receive(Actor actor, Collection<String> names) {
    return steps.look(
        () -> {
          Seat own = seats.held(actor.session());
          Room room = own.room();
          Map<String, StreamId> found = new HashMap<>();
          names.forEach(name -> find(room, name).ifPresent(stream -> found.put(name, stream)));
          int pictures = pictures(room, actor.person());
          return new Receivable(room.place(), found, screens(room, found), pictures);
        });
  }

  Optional<Receivable> ahead(Actor actor, RoomId id) {
    return steps.look(
        () ->
            Optional.of(rooms.existing(id))
                .filter(room -> entrance.isOpenTo(actor, room))
                .map(room -> empty(room, actor.person())));
  }

  private Receivable empty(Room room, PersonId person) {
    return new Receivable(room.place(), Map.of(), Set.of(), pictures(room, person));
  }

  private static Set<String> screens(Room room, Map<String, StreamId> of) {
    return room.seats().stream()
        .flatMap(seat -> seat.streams().of(StreamSource.SCREEN).stream())
        .map(StreamId::name)
        .filter(of::containsKey)
        .collect(Collectors.toSet());
  }

  /** How many of others than this person are on air in the room. */
  private int pictures(Room room, PersonId person) {
    Stream<MemberStream> members =
        room.seats().stream()
            .filter(seat -> !seat.person().equals(person))
            .flatMap(seat -> seat.streams().seen().stream());
    Stream<MemberStream> others =
        devices.of(room.id()).stream().flatMap(device -> device.streams().stream());
    return (int)
        Stream.concat(members, others)
            .filter(MemberStream::video)
            .filter(stream -> !stream.source().equals(StreamSource.CAMERA_SMALL.text()))
            .count();
  }

  void showsSmall(Actor actor, Collection<String> names) {
    steps.change(
        entails -> {
          pages.showsSmall(seats.held(actor.session()), names, entails);
          return actor;
        });
  }

  void suffers(Actor actor, Collection<String> names) {
    steps.change(
        entails -> {
          pages.suffers(seats.held(actor.session()), names, entails);
          return actor;
        });
  }

  StreamId view(Actor actor, RoomId id, String stream) {
    return asked(actor, Deeds.VIEW, id.value() + " " + stream, () -> viewed(id, stream));
  }

  private StreamId viewed(RoomId id, String stream) {
    return steps.look(
        () -> {
          Room room = rooms.existing(id);
          room.requireListed();
          return streamIn(room, stream);
        });
  }

  private StreamId streamIn(Room room, String stream) {
    return find(room, stream)
        .orElseThrow(() -> new RoomRefused(Reason.NO_SUCH_STREAM, "no-such-stream"));
  }

  /** The media node tells which encodings of a picture it needs. */
  void want(StreamId stream, List<String> layers) {
    steps.change(
        entails -> {
          pages.want(stream, layers, entails);
          return stream;
        });
  }

  /** The media node hears somebody speak, or no longer. */
  void voice(StreamId stream, boolean speaks) {
    steps.change(
        entails -> {
          pages.voice(stream, speaks, entails);
          return stream;
        });
  }

  private Optional<StreamId> find(Room room, String stream) {
    return pages.stream(room, stream)
        .or(() -> devices.publishing(room.id(), stream).map(RoomDevice::stream));
  }

  /** The media node tells what is on air under that stream, or that nothing is any more. */
  void report(StreamId stream, Optional<OnAir> onAir) {
    steps.change(
        entails -> {
          pages.report(stream, onAir, entails);
          devices.report(stream, onAir, entails);
          return stream;
        });
  }
}
