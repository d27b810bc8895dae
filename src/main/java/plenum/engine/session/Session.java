package plenum.engine.session;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import plenum.engine.ClientStatus;
import plenum.engine.dtls.DtlsKeys;
import plenum.engine.forward.PlayerOutput;
import plenum.engine.forward.TokenBucket;
import plenum.engine.ice.IceLite;
import plenum.engine.rtcp.Rtcp;
import plenum.engine.rtcp.RtcpReader;
import plenum.engine.rtp.Rtp;

/**
 * One peer: its path (ICE), its handshake (DTLS), its keys (SRTP), its life, and its {@link
 * SessionRole}. Lives in the media loop's thread; what it is to others as an {@link Occupant}, any
 * thread may ask.
 */
final class Session implements Occupant, PlayerOutput {

  private static final Logger LOG = System.getLogger(Session.class.getName());

  /** A browser on a bad network sends some fifty; what comes above is not even decrypted. */
  static final int RTCP_PER_SECOND = 200;

  /**
   * Another one may shake hands at its address when nothing valid came for so long; a browser asks
   * for consent every 6 s at the latest (RFC 7675 section 5.1).
   */
  static final long QUIET_NANOS = TimeUnit.SECONDS.toNanos(7);

  /** An address is not its any more when no handshake is complete for so long after its offer. */
  static final long HOLDS_UNPROVED_NANOS = TimeUnit.SECONDS.toNanos(3);

  /** For the good-bye to be sent before its connections are closed. */
  private static final Duration GOOD_BYE = Duration.ofSeconds(1);

  private final SessionIdentity identity;
  private final IceLite ice;
  private final Handshake handshake;
  private final Wire wire;
  private final SessionRole role;
  private final TcpPaths tcp;
  private final Toll toll;
  private volatile Optional<Keys> keys = Optional.empty();
  private volatile Optional<IceLite.Path> path = Optional.empty();
  private final TokenBucket rtcpLimit;
  private final long beganNanos;

  /** Written for each packet that comes: others may see it a moment later. */
  private final AtomicLong lastHeardNanos;

  private boolean over;
  private final VainMedia vainMedia = new VainMedia();

  /** By which way the handshake's last datagram went. */
  private volatile Optional<IceLite.Path> handshakeWent = Optional.empty();

  /** Whether others went by another. */
  private volatile boolean handshakeWandered;

  private volatile boolean settled;

  /**
   * @param role makes the role of this session
   */
  Session(
      SessionIdentity identity,
      IceLite ice,
      Handshake handshake,
      Wire wire,
      Function<Session, SessionRole> role,
      long nowNanos) {
    this.identity = identity;
    this.ice = ice;
    this.handshake = handshake;
    this.wire = wire;
    this.beganNanos = nowNanos;
    this.lastHeardNanos = new AtomicLong(nowNanos);
    this.tcp = wire.tcpPaths();
    this.toll = new Toll(identity);
    this.role = role.apply(this);
    int rtcp = this.role.rtcpPerSecond();
    this.rtcpLimit = new TokenBucket(rtcp, 2 * rtcp, nowNanos);
  }

  SessionIdentity identity() {
    return identity;
  }

  /** What it was sent. */
  Toll toll() {
    return toll;
  }

  /** The number of its loop. */
  int loop() {
    return wire.number();
  }

  /** Whether that is its loop's. */
  boolean livesOn(Wire one) {
    return one == wire;
  }

  /** Gives its loop a datagram of it that came to another one. */
  void handOver(
      Wire from, int localInterface, InetSocketAddress remote, byte[] b, int off, int len) {
    from.handOver(wire, localInterface, remote, b, off, len);
  }

  /** Our user name fragments in its checks. */
  Set<String> userFragments() {
    return ice.userFragments();
  }

  /** By what its checks are known; those of the last restart, if there was one. */
  IceLite.Names ice() {
    return ice.names();
  }

  /** The client's names before its latest ICE restarts. */
  Set<String> earlierIce() {
    return ice.earlier();
  }

  /** Begins an ICE restart, unless these are the client's names, or were. */
  void restartIce(String remoteUserFragment) {
    if (!ice.names().remoteUfrag().equals(remoteUserFragment)
        && !ice.earlier().contains(remoteUserFragment)) {
      ice.restart(remoteUserFragment);
    }
  }

  /** Where is counted what is not passed on. */
  Drops drops() {
    return wire.drops();
  }

  @Override
  public boolean connected() {
    return keys.isPresent();
  }

  /** How long nothing valid has come from the peer. */
  long silentNanos(long nowNanos) {
    return nowNanos - lastHeardNanos.getOpaque();
  }

  /**
   * Whether it is to be given up.
   *
   * @param connectTimeout from the answer to the end of the handshake
   * @param silenceTimeout without anything valid from the peer, or with media of which nothing
   *     could be passed on
   */
  boolean vanished(Duration connectTimeout, Duration silenceTimeout, long nowNanos) {
    boolean late = !connected() && nowNanos - beganNanos > connectTimeout.toNanos();
    return late
        || vainMedia.lasted(silenceTimeout)
        || silentNanos(nowNanos) > silenceTimeout.toNanos();
  }

  /** Whether media may come from there: a valid connectivity check has. */
  boolean accepts(InetSocketAddress from, int localInterface) {
    return ice.accepts(from, localInterface);
  }

  @Override
  public boolean accepts(IceLite.Path from) {
    return ice.accepts(from.remote(), from.localInterface());
  }

  @Override
  public boolean settled(long nowNanos) {
    return settled || connected() && silentNanos(nowNanos) > QUIET_NANOS;
  }

  @Override
  public boolean proved(IceLite.Path there) {
    return connected() && !handshakeWandered && handshakeWent.filter(there::equals).isPresent();
  }

  @Override
  public boolean leaves(IceLite.Path there, long nowNanos) {
    boolean elsewhere = path.filter(now -> !now.equals(there)).isPresent();
    boolean late = !connected() && nowNanos - beganNanos > HOLDS_UNPROVED_NANOS;
    return elsewhere || late;
  }

  @Override
  public void lose(IceLite.Path there) {
    wire.run(
        () -> {
          ice.forget(there);
          path = ice.path();
          tcp.lost(there);
        });
  }

  /**
   * Takes a STUN datagram and answers it.
   *
   * @return whether it was a valid check, so that its sender is this session's peer
   */
  boolean stun(
      byte[] b, int off, int len, InetSocketAddress from, int localInterface, long nowNanos) {
    IceLite.Result result = ice.receive(b, off, len, from, localInterface, nowNanos);
    if (result.response().length > 0) {
      IceLite.Path there = new IceLite.Path(from, localInterface);
      send(there, result.response(), result.response().length);
    }
    if (!result.validated()) {
      return false;
    }
    lastHeardNanos.setOpaque(nowNanos);
    tcp.checked(new IceLite.Path(from, localInterface), ice);
    if (result.pathChanged()) {
      path = ice.path();
      shakeHands();
    }
    return true;
  }

  /** Begins the handshake if there is a path and it has not begun; see {@link Handshake#begin}. */
  void shakeHands() {
    if (path.isPresent()) {
      handshake.begin(this);
    }
  }

  /** Takes a DTLS datagram from a validated address. */
  void dtls(byte[] b, int off, int len) {
    handshake.begin(this);
    handshake.receive(b, off, len);
  }

  /** Sends a DTLS datagram; unlike media this may precede the nomination of a path. */
  void sendDtls(byte[] datagram) {
    ice.handshakePath()
        .ifPresent(
            to -> {
              handshakeWandered |= handshakeWent.filter(before -> !before.equals(to)).isPresent();
              handshakeWent = Optional.of(to);
              send(to, datagram, datagram.length);
            });
  }

  /** The handshake is complete. */
  void connected(DtlsKeys agreed, long nowNanos) {
    if (!over && keys.isEmpty()) {
      keys = Optional.of(Keys.of(agreed));
      role.connected(nowNanos);
    }
  }

  /** Takes an SRTP or SRTCP datagram from a validated address. */
  void media(byte[] b, int off, int len, long nowNanos) {
    if (keys.isEmpty()) {
      return;
    }
    if (Rtp.isRtcp(b, off, len)) {
      rtcp(b, off, len, nowNanos);
    } else if (identity.publisher() && Rtp.isRtp(b, off, len)) {
      int plain = keys.get().receiver().unprotectRtp(b, off, len);
      if (plain < 0) {
        drops().rejected++;
        return;
      }
      settle();
      heard(role.rtp(b, off, plain, nowNanos), nowNanos);
    }
  }

  private void settle() {
    if (!settled) {
      settled = true;
    }
  }

  /** Media that nobody can be sent is no sign of life. */
  private void heard(Worth worth, long nowNanos) {
    vainMedia.heard(worth, nowNanos);
    if (worth == Worth.PASSED) {
      lastHeardNanos.setOpaque(nowNanos);
    }
  }

  private void rtcp(byte[] b, int off, int len, long nowNanos) {
    if (!rtcpLimit.take(1, nowNanos)) {
      drops().overLimit++;
      return;
    }
    int plain = keys.get().receiver().unprotectRtcp(b, off, len);
    if (plain < 0) {
      drops().rejected++;
      return;
    }
    lastHeardNanos.setOpaque(nowNanos);
    settle();
    List<Rtcp> packets = RtcpReader.read(b, off, plain);
    if (!packets.isEmpty()) {
      role.rtcp(packets, nowNanos);
    }
  }

  /** Some times a second. */
  void tick(long nowNanos) {
    if (connected()) {
      role.tick(nowNanos);
    }
  }

  /** Encrypts an RTP packet and sends it to the nominated path; without one it is dropped. */
  @Override
  public void rtp(byte[] b, int off, int len) {
    if (path.isEmpty() || keys.isEmpty() || !Wire.fits(len)) {
      drops().unsent++;
      return;
    }
    byte[] out = wire.buffer();
    int length = keys.get().sender().protectRtp(b, off, len, out, 0);
    if (length > 0) {
      IceLite.Path to = path.get();
      toll.media(length, wire.isTcp(to));
      wire.send(to.localInterface(), to.remote(), out, 0, length);
    }
  }

  /** Encrypts a compound RTCP packet and sends it to the nominated path. */
  @Override
  public void rtcp(byte[] compound) {
    if (path.isEmpty() || keys.isEmpty() || !Wire.fits(compound.length)) {
      drops().unsent++;
      return;
    }
    byte[] out = wire.buffer();
    int length = keys.get().sender().protectRtcp(compound, 0, compound.length, out, 0);
    send(path.get(), out, length);
  }

  /** Sends what is no RTP. */
  private void send(IceLite.Path to, byte[] b, int len) {
    toll.other(len, wire.isTcp(to));
    wire.send(to.localInterface(), to.remote(), b, 0, len);
  }

  /** Ends it and tells the peer by a DTLS alert; later calls do nothing. */
  void end() {
    if (!over) {
      over = true;
      role.ended();
      handshake.close();
      wire.after(GOOD_BYE, tcp::close);
      LOG.log(Level.DEBUG, "Ended: {0}, {1}", identity, role.traffic());
    }
  }

  /** What it is for. */
  SessionRole role() {
    return role;
  }

  /** What it plays or publishes: of a receiver, each stream by itself. */
  List<ClientStatus> statuses() {
    return role.statuses(status());
  }

  ClientStatus status() {
    SessionRole.Traffic traffic = role.traffic();
    return new ClientStatus(
        identity.id(),
        identity.stream(),
        identity.publisher(),
        identity.viewer(),
        identity.address(),
        connected(),
        identity.since(),
        traffic.received(),
        traffic.sent());
  }
}
