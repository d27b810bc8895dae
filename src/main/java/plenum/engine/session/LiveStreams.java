package plenum.engine.session;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import plenum.engine.StreamName;
import plenum.engine.StreamStatus;
import plenum.engine.forward.Kind;
import plenum.engine.session.SessionIdentity.Purpose;

/** The streams that somebody publishes, plays or waits for. */
final class LiveStreams {

  /** Missing packets are asked for as often as this. */
  private static final long TICK_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

  private static final Loudness SILENCE = new Loudness();

  private final Map<StreamName, LiveStream> streams = new HashMap<>();
  private final Map<StreamName, Set<Kind>> held = new HashMap<>();
  private final List<LiveStream> waiting = new ArrayList<>();
  private long tickNanos = System.nanoTime();

  Optional<LiveStream> find(StreamName name) {
    return Optional.ofNullable(streams.get(name));
  }

  /** The stream of that name, new if need be. */
  LiveStream obtain(StreamName name) {
    return streams.computeIfAbsent(name, this::begin);
  }

  private LiveStream begin(StreamName name) {
    LiveStream stream = new LiveStream(name);
    stream.hold(held.getOrDefault(name, Set.of()));
    return stream;
  }

  /**
   * Nobody gets these of the stream, whether it is there or not.
   *
   * @return whether anything is held back
   */
  boolean hold(StreamName name, boolean sound, boolean picture) {
    Set<Kind> kinds = EnumSet.noneOf(Kind.class);
    if (sound) {
      kinds.add(Kind.AUDIO);
    }
    if (picture) {
      kinds.add(Kind.VIDEO);
    }
    if (kinds.isEmpty()) {
      held.remove(name);
    } else {
      held.put(name, kinds);
    }
    find(name).ifPresent(stream -> stream.hold(kinds));
    return !kinds.isEmpty();
  }

  /** How loud a stream is; silent, if it is not there. */
  Loudness loudness(StreamName name) {
    LiveStream stream = streams.get(name);
    return stream == null ? SILENCE : stream.loudness();
  }

  /** The stream that a session publishes or plays: it is there as long as somebody does. */
  LiveStream enter(Session session) {
    LiveStream stream = obtain(session.identity().stream());
    stream.enter(session);
    return stream;
  }

  /** A session that entered a stream, or a receiver, which did not, is over. */
  void leave(Session session) {
    if (session.identity().purpose() != Purpose.RECEIVE) {
      find(session.identity().stream())
          .ifPresent(
              stream -> {
                stream.leave(session);
                release(stream);
              });
    }
  }

  /** Forgets the stream if nobody holds it any more. */
  void release(LiveStream stream) {
    if (stream.abandoned()) {
      streams.remove(stream.name(), stream);
    }
  }

  /** Notes that packets of the stream are to be sent when the socket has been read empty. */
  void wait(LiveStream stream) {
    if (stream.markWaiting()) {
      waiting.add(stream);
    }
  }

  /** Sends what waits. */
  void flush(long nowNanos) {
    // Each is off the list before its turn: one that throws keeps only itself from sending.
    while (!waiting.isEmpty()) {
      waiting.remove(waiting.size() - 1).flush(nowNanos);
    }
  }

  /** Does what is due from time to time; called too early it does nothing. */
  void tick(long nowNanos) {
    if (nowNanos - tickNanos >= TICK_NANOS) {
      tickNanos = nowNanos;
      streams.values().forEach(stream -> stream.tick(nowNanos));
    }
  }

  List<StreamStatus> statuses() {
    return streams.values().stream().map(LiveStream::status).toList();
  }
}
