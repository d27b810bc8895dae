package plenum.engine.session;

import java.net.InetSocketAddress;
import java.util.Optional;
import plenum.engine.dtls.DtlsEndpoint;
import plenum.engine.ice.IceLite;
import plenum.engine.ice.StunMessage;
import plenum.engine.net.DatagramHandler;

/**
 * Gives each datagram to its session, by the kind that its first byte tells (RFC 7983). What
 * belongs to nobody costs a lookup; it is neither answered nor logged.
 */
final class Demultiplexer implements DatagramHandler {

  private final Sessions sessions;
  private final LiveStreams streams;
  private final Drops drops;

  Demultiplexer(Sessions sessions, LiveStreams streams, Drops drops) {
    this.sessions = sessions;
    this.streams = streams;
    this.drops = drops;
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
            ? sessions.addresses().atHandshake(localInterface, remote)
            : sessions.addresses().at(localInterface, remote);
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
    long nowNanos = System.nanoTime();
    IceLite.Path path = new IceLite.Path(remote, localInterface);
    Optional<Session> found =
        StunMessage.localUserFragment(b, off, len)
            .flatMap(sessions::byUserFragment)
            .filter(session -> sessions.addresses().open(path, session, nowNanos));
    if (found.isEmpty()) {
      drops.strange++;
    } else if (found.get().stun(b, off, len, remote, localInterface, nowNanos)) {
      sessions.addresses().validated(path, found.get(), nowNanos);
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
