package plenum.engine.session;

import java.util.Optional;
import java.util.Set;
import plenum.engine.StreamName;
import plenum.engine.StreamStatus;
import plenum.engine.StreamTracks;
import plenum.engine.forward.Kind;
import plenum.engine.forward.Stream;

/** A stream by its name, with the sessions that hold it: one publisher at most, and players. */
final class LiveStream {

  private static final StreamTracks NO_TRACKS = new StreamTracks(false, false, "");

  private final StreamName name;
  private final Stream stream = new Stream();
  private final Loudness loudness = new Loudness();
  private Optional<Session> publisher = Optional.empty();
  private StreamTracks tracks = NO_TRACKS;
  private int players;
  private boolean waiting;
  private Set<Kind> held = Set.of();

  LiveStream(StreamName name) {
    this.name = name;
  }

  StreamName name() {
    return name;
  }

  /** The media of the stream. */
  Stream media() {
    return stream;
  }

  /** How loud it has been lately, as far as its sound is passed on. */
  Loudness loudness() {
    return loudness;
  }

  /** Nobody gets these of the publisher. */
  void hold(Set<Kind> kinds) {
    held = Set.copyOf(kinds);
  }

  /** Whether nobody gets this of the publisher. */
  boolean holds(Kind kind) {
    return held.contains(kind);
  }

  /** The session that holds the name, whether it is connected yet or not. */
  Optional<Session> publisher() {
    return publisher;
  }

  void enter(Session session) {
    if (session.identity().publisher()) {
      publisher = Optional.of(session);
    } else {
      players++;
    }
  }

  void leave(Session session) {
    if (!session.identity().publisher()) {
      players--;
    } else if (publisher.filter(session::equals).isPresent()) {
      publisher = Optional.empty();
      tracks = NO_TRACKS;
    }
  }

  /** A receiver plays it, too. */
  void enterReceiver() {
    players++;
  }

  /** It does so no longer. */
  void leaveReceiver() {
    players--;
  }

  /** The publisher is connected and sends these. */
  void onAir(StreamTracks published) {
    tracks = published;
  }

  boolean abandoned() {
    return publisher.isEmpty() && players == 0;
  }

  /** Marks that packets wait to be sent; false if that was known. */
  boolean markWaiting() {
    boolean first = !waiting;
    waiting = true;
    return first;
  }

  void flush(long nowNanos) {
    waiting = false;
    stream.flush(nowNanos);
  }

  void tick(long nowNanos) {
    publisher.ifPresent(session -> session.tick(nowNanos));
    stream.tick(nowNanos);
  }

  StreamStatus status() {
    Optional<Session> onAir = publisher.filter(Session::connected);
    return new StreamStatus(
        name,
        onAir.map(session -> session.identity().id()).orElse(""),
        tracks,
        players,
        onAir.map(session -> session.status().receivedBytes()).orElse(0L),
        stream.sentBytes());
  }
}
