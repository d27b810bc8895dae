package plenum.engine.session;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import plenum.engine.AddressChange;
import plenum.engine.ClientStatus;
import plenum.engine.EngineEvents;
import plenum.engine.EngineSettings;
import plenum.engine.EngineStatus;
import plenum.engine.IceSession;
import plenum.engine.LoopStatus;
import plenum.engine.MediaEngine;
import plenum.engine.Reception;
import plenum.engine.SendingLimits;
import plenum.engine.SessionAnswer;
import plenum.engine.SessionOffer;
import plenum.engine.Slots;
import plenum.engine.StreamName;
import plenum.engine.StreamStatus;
import plenum.engine.TcpSettings;
import plenum.engine.TcpStatus;
import plenum.engine.net.MediaLoops;
import plenum.engine.net.TcpPort;
import plenum.engine.session.SessionIdentity.Purpose;

/**
 * The engine: an {@link Sfu} for each loop, all at one port. It finds the one that a call is for: a
 * new session's by its place, another's by where that session lives.
 */
final class Loops implements MediaEngine {

  private static final Logger LOG = System.getLogger(Loops.class.getName());

  private final boolean configured;
  private final Shared shared;
  private final List<Sfu> sfus = new ArrayList<>();
  private boolean closed;

  /**
   * Binds the port and begins to serve.
   *
   * @throws java.io.UncheckedIOException when the port cannot be bound; the message says which and
   *     what to do
   */
  Loops(EngineSettings settings, EngineEvents events) {
    configured = !settings.candidates().isEmpty();
    List<InetAddress> wanted = Candidates.toBind(settings.candidates());
    MediaLoops port = new MediaLoops(wanted, settings.port(), settings.tcp().map(Loops::tcpPort));
    int loops = port.possible(settings.loops());
    shared = Shared.create(settings, events, loops);
    try {
      for (int number = 0; number < loops; number++) {
        sfus.add(new Sfu(settings, events, shared, number, port::open));
      }
    } catch (RuntimeException e) {
      close();
      throw e;
    }
    warmUp();
  }

  private static TcpPort tcpPort(TcpSettings settings) {
    return new TcpPort(
        settings.listen(),
        settings.maxConnections(),
        settings.maxConnectionsPerAddress(),
        settings.frameBytes(),
        settings.checkTimeout(),
        settings.unreadBytes(),
        settings.proxies());
  }

  /** A handshake takes half a second the first time and a tenth of it later. */
  private void warmUp() {
    Thread thread = new Thread(shared.handshakes()::warmUp, "plenum-warm-up");
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public SessionAnswer publish(SessionOffer offer) {
    return begin(offer, Purpose.PUBLISH, sfu -> sfu.publish(offer));
  }

  @Override
  public SessionAnswer play(SessionOffer offer) {
    return begin(offer, Purpose.PLAY, sfu -> sfu.play(offer));
  }

  @Override
  public SessionAnswer receive(SessionOffer offer, Slots most) {
    return begin(offer, Purpose.RECEIVE, sfu -> sfu.receive(offer, most));
  }

  /** Its stream is counted twice meanwhile, so that others of its place come to the same loop. */
  private SessionAnswer begin(
      SessionOffer offer, Purpose purpose, Function<Sfu, SessionAnswer> begin) {
    Homes homes = shared.sessions().homes();
    int loop = homes.enter(offer.stream(), purpose, offer.place());
    try {
      return begin.apply(sfus.get(loop));
    } finally {
      homes.leave(offer.stream(), purpose);
    }
  }

  /** The loop of the session with that Location. */
  private Optional<Sfu> of(String session) {
    return shared.sessions().byLocation(session).map(found -> sfus.get(found.loop()));
  }

  @Override
  public boolean assign(String session, String token, Reception wanted) {
    return of(session).filter(sfu -> sfu.assign(session, token, wanted)).isPresent();
  }

  @Override
  public boolean end(String session, String token) {
    return of(session).filter(sfu -> sfu.end(session, token)).isPresent();
  }

  @Override
  public Optional<IceSession> ice(String session, String token) {
    return of(session).flatMap(sfu -> sfu.ice(session, token));
  }

  @Override
  public Optional<IceSession> restartIce(String session, String token, String remoteUserFragment) {
    return of(session).orElse(sfus.get(0)).restartIce(session, token, remoteUserFragment);
  }

  @Override
  public boolean kick(String clientId) {
    return sfus.stream().anyMatch(sfu -> sfu.kick(clientId));
  }

  /** Said to all: the stream may come to any. */
  @Override
  public void hold(StreamName stream, boolean sound, boolean picture) {
    sfus.forEach(sfu -> sfu.hold(stream, sound, picture));
  }

  /** Said to all: they share what it allows. */
  @Override
  public void limit(SendingLimits limits) {
    sfus.forEach(sfu -> sfu.limit(limits));
  }

  @Override
  public List<StreamStatus> streams() {
    return sfus.stream().flatMap(sfu -> sfu.streams().stream()).toList();
  }

  @Override
  public List<ClientStatus> clients() {
    return sfus.stream().flatMap(sfu -> sfu.clients().stream()).toList();
  }

  @Override
  public EngineStatus status() {
    return sfus.stream().map(Sfu::status).reduce(EngineStatus::plus).orElseThrow();
  }

  @Override
  public TcpStatus tcp() {
    return sfus.get(0).tcp();
  }

  /** Of those that the site chose none is looked for, whether it could be bound or not. */
  @Override
  public AddressChange addresses() {
    return configured
        ? AddressChange.NONE
        : Candidates.change(sfus.get(0).bound(), Candidates.toBind(List.of()));
  }

  @Override
  public int port() {
    return sfus.get(0).port();
  }

  @Override
  public List<LoopStatus> loops() {
    return sfus.stream().flatMap(sfu -> sfu.loops().stream()).toList();
  }

  /** The first loop last: it has the connections by which others say good-bye. */
  @Override
  public void close() {
    if (closed) {
      return;
    }
    closed = true;
    sfus.forEach(sfu -> finish(sfu::endAll));
    finish(shared.handshakes()::close);
    List<Sfu> lastToFirst = new ArrayList<>(sfus);
    Collections.reverse(lastToFirst);
    lastToFirst.forEach(sfu -> finish(sfu::close));
  }

  /** What one part cannot end keeps the others from nothing: they have the port, too. */
  private static void finish(Runnable part) {
    try {
      part.run();
    } catch (RuntimeException failed) {
      LOG.log(Level.WARNING, "A part of the media engine did not end as it should", failed);
    }
  }
}
