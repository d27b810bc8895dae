package plenum.engine.session;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.function.Supplier;
import plenum.engine.AddressChange;
import plenum.engine.BandwidthSettings;
import plenum.engine.ClientStatus;
import plenum.engine.EngineEvents;
import plenum.engine.EngineSettings;
import plenum.engine.EngineStatus;
import plenum.engine.IceSession;
import plenum.engine.LoopStatus;
import plenum.engine.MediaEngine;
import plenum.engine.MediaRefused;
import plenum.engine.Reception;
import plenum.engine.SendingLimits;
import plenum.engine.SessionAnswer;
import plenum.engine.SessionOffer;
import plenum.engine.Slots;
import plenum.engine.StreamName;
import plenum.engine.StreamStatus;
import plenum.engine.TcpSettings;
import plenum.engine.TcpStatus;
import plenum.engine.estimate.EstimateSettings;
import plenum.engine.ice.IceLite;
import plenum.engine.net.DatagramHandler;
import plenum.engine.net.MediaLoop;
import plenum.engine.net.TcpCounts;
import plenum.engine.sdp.LocalCandidate;

/** An engine on one loop: the sessions there, and the ways in from other threads. */
final class Sfu implements MediaEngine {

  private static final Logger LOG = System.getLogger(Sfu.class.getName());

  /** Streams are attended to whenever packets come; this is for those that come no more. */
  private static final Duration TICK = Duration.ofMillis(50);

  /** As soon as that somebody who begins to speak is heard by those who have no slot free. */
  private static final Duration LISTEN = Duration.ofMillis(100);

  /** As often the site's budgets are shared out. */
  private static final Duration SHARE = Duration.ofMillis(200);

  private static final Duration CHECK = Duration.ofSeconds(1);

  private final Sessions sessions;
  private final LiveStreams streams = new LiveStreams();
  private final Links links;
  private final Budgeting budgeting;
  private final Drops drops = new Drops();
  private final Wire wire;
  private final Entrance entrance;
  private final MediaLoop loop;
  private final Candidates candidates;
  private final Offers offers;
  private final Duties duties;
  private volatile boolean stopped;

  /**
   * Begins to serve.
   *
   * @param shared with the other loops
   * @param number which loop this is, from 0 on
   * @param port opens the loop
   */
  Sfu(
      EngineSettings settings,
      EngineEvents events,
      Shared shared,
      int number,
      Function<DatagramHandler, MediaLoop> port) {
    wire =
        new Wire(
            drops, settings.tcp().map(TcpSettings::maxConnectionsPerSession).orElse(0), number);
    sessions = new Sessions(shared.sessions());
    loop = port.apply(new Demultiplexer(shared.sessions(), streams, wire));
    wire.attach(loop);
    entrance =
        new Entrance(
            sessions, streams, settings, new ReportedEvents(events), shared.handshakes(), wire);
    candidates = candidates(loop, settings);
    links = new Links(settings.bandwidth().map(Sfu::estimate), wire::remind, shared.budget());
    offers = new Offers(candidates, shared.fingerprint(), settings.maxPublisherBitrate(), links);
    budgeting = new Budgeting(sessions, links, shared.budget());
    duties = new Duties(wire::every);
    duties.every(TICK, streams::tick);
    duties.every(LISTEN, entrance::listen);
    duties.every(TICK, links::tick);
    duties.every(SHARE, budgeting::tick);
    duties.every(CHECK, this::attend);
  }

  private static EstimateSettings estimate(BandwidthSettings links) {
    return new EstimateSettings(links.start(), links.min(), links.max());
  }

  private static Candidates candidates(MediaLoop loop, EngineSettings settings) {
    boolean chosen = !settings.candidates().isEmpty();
    List<InetSocketAddress> elsewhere =
        settings.tcp().map(TcpSettings::advertised).orElse(List.of());
    boolean tcpChosen = chosen || settings.tcp().filter(tcp -> !tcp.listen().isEmpty()).isPresent();
    return new Candidates(
        new Candidates.Told(loop.locals(), chosen),
        elsewhere.isEmpty()
            ? new Candidates.Told(loop.tcpLocals(), tcpChosen)
            : new Candidates.Told(elsewhere, true));
  }

  @Override
  public SessionAnswer publish(SessionOffer offer) {
    Agreed agreed = offers.publish(offer);
    return open(agreed);
  }

  @Override
  public SessionAnswer play(SessionOffer offer) {
    Agreed agreed = offers.play(offer);
    return open(agreed);
  }

  @Override
  public SessionAnswer receive(SessionOffer offer, Slots most) {
    Agreed agreed = offers.receive(offer, most);
    return open(agreed);
  }

  private SessionAnswer open(Agreed agreed) {
    return onLoop(
        () -> {
          SessionAnswer answer = entrance.open(agreed, System.nanoTime());
          sessions.byId(answer.clientId()).ifPresent(budgeting::enter);
          duties.begin();
          return answer;
        });
  }

  private void attend(long nowNanos) {
    entrance.attend(nowNanos);
    if (sessions.count() == 0 && links.count() == 0) {
      budgeting.tick(nowNanos); // Others may have what was this loop's share.
      duties.end();
    }
  }

  @Override
  public boolean assign(String session, String token, Reception wanted) {
    return onLoop(
        () -> {
          Optional<ReceiverRole> found =
              owned(session, token)
                  .map(Session::role)
                  .filter(ReceiverRole.class::isInstance)
                  .map(ReceiverRole.class::cast);
          found.ifPresent(receiver -> receiver.assign(wanted, System.nanoTime()));
          return found.isPresent();
        });
  }

  @Override
  public boolean end(String session, String token) {
    return onLoop(() -> endIfThere(owned(session, token)));
  }

  /** The session of a Location. */
  private Optional<Session> owned(String session, String token) {
    return sessions.byLocation(session).filter(found -> equal(found.identity().token(), token));
  }

  @Override
  public Optional<IceSession> ice(String session, String token) {
    return onLoop(() -> owned(session, token).map(this::ice));
  }

  @Override
  public Optional<IceSession> restartIce(String session, String token, String remoteUserFragment) {
    if (!IceLite.isUserFragment(remoteUserFragment)) {
      throw new MediaRefused(
          MediaRefused.Reason.MALFORMED_OFFER, "a=ice-ufrag is no name of an ICE session.");
    }
    return onLoop(
        () -> {
          Optional<Session> found = owned(session, token);
          found.ifPresent(
              owned -> {
                owned.restartIce(remoteUserFragment);
                sessions.directory().rename(owned);
              });
          return found.map(this::ice);
        });
  }

  private IceSession ice(Session session) {
    IceLite.Names names = session.ice();
    return new IceSession(
        names.localUfrag(),
        names.localPwd(),
        names.remoteUfrag(),
        session.earlierIce(),
        LocalCandidate.attributes(candidates.offeredTo(session.identity().address())));
  }

  /** Takes the same time wherever the two differ. */
  private static boolean equal(String secret, String given) {
    return MessageDigest.isEqual(
        secret.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public boolean kick(String clientId) {
    return onLoop(
        () ->
            endIfThere(sessions.byId(clientId))
                || sessions
                    .receivers()
                    .anyMatch(receiver -> receiver.kick(clientId, System.nanoTime())));
  }

  private boolean endIfThere(Optional<Session> session) {
    session.ifPresent(entrance::end);
    return session.isPresent();
  }

  @Override
  public void hold(StreamName stream, boolean sound, boolean picture) {
    onLoop(() -> streams.hold(stream, sound, picture));
  }

  @Override
  public void limit(SendingLimits limits) {
    onLoop(
        () -> {
          budgeting.limit(limits, System.nanoTime());
          return limits;
        });
  }

  @Override
  public List<StreamStatus> streams() {
    return onLoop(streams::statuses);
  }

  @Override
  public List<ClientStatus> clients() {
    return onLoop(
        () -> sessions.all().stream().map(Session::statuses).flatMap(List::stream).toList());
  }

  @Override
  public EngineStatus status() {
    return onLoop(() -> drops.status(loop));
  }

  @Override
  public TcpStatus tcp() {
    TcpCounts counts = loop.tcp();
    return new TcpStatus(
        counts.open(), counts.accepted(), counts.refused(), counts.unproved(), counts.slow());
  }

  @Override
  public int port() {
    return loop.port();
  }

  /** The addresses at which it receives. */
  List<InetAddress> bound() {
    return loop.locals().stream().map(InetSocketAddress::getAddress).toList();
  }

  /** Those of all loops are the same; {@link Loops} knows. */
  @Override
  public AddressChange addresses() {
    return AddressChange.NONE;
  }

  /** Itself alone; does not wait for the loop. */
  @Override
  public List<LoopStatus> loops() {
    int here = sessions.directory().countOn(wire.number());
    return List.of(new LoopStatus(here, loop.cpuNanos(), loop.handedOver(), loop.unread()));
  }

  /** Ends every session, and lets no more in. */
  void endAll() {
    try {
      onLoop(
          () -> {
            entrance.endAll();
            return true;
          });
    } finally {
      stopped = true;
    }
  }

  /** Ends the loop, after {@link #endAll} and what that has to say. */
  @Override
  public void close() {
    loop.close();
    LOG.log(
        Level.DEBUG,
        "A loop has received {0} datagrams, sent {1}, dropped {2}, handed {3} over to others",
        loop.receivedPackets(),
        loop.sentPackets(),
        loop.dropped(),
        loop.handedOver());
  }

  private <T> T onLoop(Supplier<T> task) {
    if (stopped) {
      throw stopping();
    }
    if (loop.inLoop()) {
      return task.get();
    }
    CompletableFuture<T> result = new CompletableFuture<>();
    loop.execute(
        () -> {
          try {
            result.complete(task.get());
          } catch (RuntimeException | Error e) {
            result.completeExceptionally(e);
          }
        });
    return await(result);
  }

  /** Waits for the loop, and not for ever: a loop that is closed runs nothing any more. */
  private <T> T await(CompletableFuture<T> result) {
    while (true) {
      try {
        return result.get(1, TimeUnit.SECONDS);
      } catch (TimeoutException e) {
        if (stopped) {
          throw stopping();
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw stopping();
      } catch (ExecutionException e) {
        throw e.getCause() instanceof MediaRefused refused
            ? refused
            : new IllegalStateException(e.getCause());
      }
    }
  }

  private static MediaRefused stopping() {
    return new MediaRefused(
        MediaRefused.Reason.STOPPED, "The media server is stopping. Try again in a moment.");
  }
}
