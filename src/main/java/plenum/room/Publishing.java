package plenum.room;

import java.util.List;
import java.util.Optional;
import plenum.media.OnAir;
import plenum.media.StreamId;
import plenum.room.RoomEvent.LayersWanted;

/** What seats publish; part of a step of the registry. */
final class Publishing {

  private final Seats seats;

  Publishing(Seats seats) {
    this.seats = seats;
  }

  /**
   * The stream that the seat may publish now. When the last one is on air still, which its page
   * forgot, that one is ended.
   *
   * @param fresh kept if it is needed
   */
  StreamId permit(Seat seat, StreamSource source, StreamId fresh, Consequences entails) {
    Optional<StreamId> known = seat.streams().of(source);
    boolean forgotten = seat.streams().isOnAir(source);
    if (known.isPresent() && !forgotten) {
      return known.get();
    }
    replace(seat, source, fresh, entails);
    if (forgotten) {
      entails.tellUpdated(seat);
    }
    return fresh;
  }

  /** Ends what the seat publishes from this source; the fresh stream is for what comes next. */
  void replace(Seat seat, StreamSource source, StreamId fresh, Consequences entails) {
    seat.streams().of(source).ifPresent(entails::end);
    entails.keep(fresh);
    seats.reindex(seat, () -> seat.streams().put(source, fresh));
  }

  /** Ends what the seat publishes from this source, if anything. */
  void end(Seat seat, StreamSource source, Consequences entails) {
    boolean seen = seat.streams().isOnAir(source);
    seat.streams().of(source).ifPresent(entails::end);
    seats.reindex(seat, () -> seat.streams().remove(source));
    if (seen) {
      entails.tellUpdated(seat);
    }
  }

  /** Ends everything that the seat publishes; the caller tells of it. */
  void endAll(Seat seat, Consequences entails) {
    seat.streams().all().forEach(entails::end);
    seats.reindex(seat, seat.streams()::removeAll);
  }

  /**
   * The media node reported something of a stream, which need not be a seat's.
   *
   * @return the seat, if it is one's
   */
  Optional<Seat> report(StreamId stream, Optional<OnAir> onAir, Consequences entails) {
    Optional<Seat> found = seats.publishing(stream.name());
    found.ifPresent(
        seat -> {
          seat.streams().report(stream, onAir);
          entails.tellUpdated(seat);
        });
    return found;
  }

  /** The media node needs these encodings alone of a stream, which need not be a seat's. */
  void want(StreamId stream, List<String> layers, Consequences entails) {
    seats
        .publishing(stream.name())
        .ifPresent(
            seat -> {
              seat.streams().want(stream, layers);
              entails.tell(wanted(seat, stream, layers));
            });
  }

  /** Whose microphone that is in the stream, if it is a seat's. */
  Optional<Seat> speaker(StreamId stream) {
    return seats
        .publishing(stream.name())
        .filter(seat -> seat.streams().of(StreamSource.CAMERA).filter(stream::equals).isPresent());
  }

  /** The same of this seat's stream, told when it was otherwise before. */
  void wantIfNews(Seat seat, StreamId stream, List<String> layers, Consequences entails) {
    if (!seat.streams().want(stream, layers).filter(layers::equals).isPresent()) {
      entails.tell(wanted(seat, stream, layers));
    }
  }

  /** Tells a page that comes anew what is needed of what it publishes. */
  void remind(Seat seat, Consequences entails) {
    seat.streams().wanted().forEach((stream, layers) -> entails.tell(wanted(seat, stream, layers)));
  }

  private static LayersWanted wanted(Seat seat, StreamId stream, List<String> layers) {
    return new LayersWanted(seat.room().id(), seat.session(), stream, layers);
  }

  /** The stream of this name, if a seat in that room publishes it. */
  Optional<StreamId> find(Room room, String name) {
    return seats
        .publishing(name)
        .filter(seat -> seat.room() == room)
        .flatMap(seat -> seat.streams().named(name));
  }
}
