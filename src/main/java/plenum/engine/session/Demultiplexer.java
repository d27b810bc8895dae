package plenum.engine.session;

import java.net.InetSocketAddress;
import plenum.engine.dtls.DtlsEndpoint;
import plenum.engine.ice.IceLite;
import plenum.engine.ice.StunMessage;
import plenum.engine.net.DatagramHandler;

/**
 * Gives each datagram to its session, by the kind that its first byte tells (RFC 7983), or to the
 * loop that the session lives on. What belongs to nobody costs a lookup; it is neither answered nor
 * logged.
 */
final class Demultiplexer implements DatagramHandler {

  private final Directory sessions;
  private final LiveStreams streams;
  private final Wire wire;
  private final Drops drops;

  /**
   * @param sessions those of all loops
   * @param wire the loop's
   */
  Demultiplexer(Directory sessions, LiveStreams streams, Wire wire) {
    this.sessions = sessions;
    this.streams = streams;
    this.wire = wire;
    this.drops = wire.drops();
  }

  @Override
  public void received(int localInterface, InetSocketAddress remote, byte[] b, int off, int len) {
    if (len == 0) {
      return;
    }
    int first = b[off] & 0xff;
    if (first < 4) {
      stun(localInterface, remote, b, off, len);
      return;
    }
    boolean handshake = DtlsEndpoint.isHandshake(b, off, len);
    Session session =
        handshake
            ? sessions.addresses().atHandshake(localInterface, remote, System.nanoTime())
            : sessions.addresses().at(localInterface, remote);
    if (session != null && !session.livesOn(wire)) {
      session.handOver(wire, localInterface, remote, b, off, len);
      return;
    }
    if (session == null || !session.accepts(remote, localInterface)) {
      drops.strange++;
      return;
    }
    if (first >= 128 && first <= 191) {
      session.media(b, off, len, System.nanoTime());
    } else if (first >= 20 && first <= 63) {
      session.dtls(b, off, len);
    }
  }

  /** A check from an address that is another's is as good as one for no session. */
  private void stun(int localInterface, InetSocketAddress remote, byte[] b, int off, int len) {
    Session session =
        StunMessage.localUserFragment(b, off, len).map(sessions::byUserFragment).orElse(null);
    if (session == null) {
      drops.strange++;
    } else if (!session.livesOn(wire)) {
      session.handOver(wire, localInterface, remote, b, off, len);
    } else {
      check(session, new IceLite.Path(remote, localInterface), b, off, len);
    }
  }

  private void check(Session session, IceLite.Path path, byte[] b, int off, int len) {
    long nowNanos = System.nanoTime();
    if (!sessions.addresses().open(path, session, nowNanos)) {
      drops.strange++;
    } else if (session.stun(b, off, len, path.remote(), path.localInterface(), nowNanos)) {
      sessions.addresses().validated(path, session, nowNanos);
    }
  }

  /** The session goes on: it may have other ways, or its client comes again. */
  @Override
  public void disconnected(int localInterface, InetSocketAddress remote) {
    sessions.addresses().closed(new IceLite.Path(remote, localInterface));
  }

  @Override
  public void batchComplete() {
    long nowNanos = System.nanoTime();
    streams.flush(nowNanos);
    streams.tick(nowNanos);
  }
}
