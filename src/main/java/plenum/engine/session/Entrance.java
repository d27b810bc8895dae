package plenum.engine.session;

import java.time.Duration;
import java.util.Optional;
import plenum.engine.EngineEvents;
import plenum.engine.EngineSettings;
import plenum.engine.SessionAnswer;
import plenum.engine.dtls.DtlsHandshakes;

/** Where sessions come in and go out. Lives in the media loop's thread. */
final class Entrance {

  private final Sessions sessions;
  private final Directory directory;
  private final LiveStreams streams;
  private final Admission admission;
  private final Duration connectTimeout;
  private final Duration silenceTimeout;
  private final EngineEvents events;
  private final DtlsHandshakes handshakes;
  private final Wire wire;

  Entrance(
      Sessions sessions,
      LiveStreams streams,
      EngineSettings settings,
      EngineEvents events,
      DtlsHandshakes handshakes,
      Wire wire) {
    this.sessions = sessions;
    this.directory = sessions.directory();
    this.streams = streams;
    this.admission = new Admission(settings);
    this.connectTimeout = settings.connectTimeout();
    this.silenceTimeout = settings.silenceTimeout();
    this.events = events;
    this.handshakes = handshakes;
    this.wire = wire;
  }

  /**
   * Lets a session in. A publisher that has fallen silent makes room for a new one of its stream.
   *
   * @throws plenum.engine.MediaRefused when a limit or another publisher forbids it
   */
  SessionAnswer open(Agreed agreed, long nowNanos) {
    SessionIdentity identity = agreed.identity();
    if (identity.publisher()) {
      streams
          .find(identity.stream())
          .flatMap(stream -> admission.replaced(stream, nowNanos))
          .ifPresent(this::end);
    }
    // One loop after the other, so that no limit is passed by two at the same moment.
    synchronized (directory) {
      admission.check(identity, directory);
      sessions.add(session(agreed, nowNanos));
      directory.homes().enter(identity.stream(), identity.purpose(), Optional.empty());
    }
    return new SessionAnswer(identity.id(), identity.session(), identity.token(), agreed.sdp());
  }

  private Session session(Agreed agreed, long nowNanos) {
    return new Session(
        agreed.identity(),
        agreed.ice(),
        new Handshake(agreed.peer(), handshakes, wire, this::end),
        wire,
        self -> agreed.role().make(self, streams, events),
        nowNanos);
  }

  /** Ends a session, tells its peer, and forgets it. */
  void end(Session session) {
    if (!sessions.remove(session)) {
      return;
    }
    session.end();
    streams.leave(session);
    // Last of all: whoever comes next may find its stream on another loop.
    directory.homes().leave(session.identity().stream(), session.identity().purpose());
  }

  /**
   * Ends the sessions that never connected, and those whose peers have fallen silent. Begins
   * handshakes that could not begin before: where we are the active side no datagram of the peer
   * would do it.
   */
  void attend(long nowNanos) {
    for (Session session : sessions.all()) {
      if (session.vanished(connectTimeout, silenceTimeout, nowNanos)) {
        end(session);
      } else {
        session.shakeHands();
      }
    }
  }

  /** Lets receivers hear whoever speaks now. */
  void listen(long nowNanos) {
    sessions.receivers().forEach(receiver -> receiver.tick(nowNanos));
  }

  /** Without sessions it needs no class of theirs: a container that stops cannot load any. */
  void endAll() {
    if (sessions.count() > 0) {
      sessions.all().forEach(this::end);
    }
  }
}
