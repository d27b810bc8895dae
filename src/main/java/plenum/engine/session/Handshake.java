package plenum.engine.session;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import plenum.engine.dtls.DtlsEndpoint;
import plenum.engine.dtls.DtlsHandshakes;
import plenum.engine.dtls.DtlsKeys;
import plenum.engine.dtls.DtlsObserver;

/**
 * A session's DTLS association: begun when the peer has shown itself, so that an offer alone costs
 * no thread, and brought back from the handshake's threads to the media loop's.
 */
final class Handshake {

  private static final Logger LOG = System.getLogger(Handshake.class.getName());

  /**
   * What the SDP says about the peer's side.
   *
   * @param client whether we begin the handshake
   * @param fingerprints one of which is that of the peer's certificate, as SDP has them
   */
  record Peer(boolean client, List<String> fingerprints) {}

  private final Peer peer;
  private final DtlsHandshakes handshakes;
  private final Wire wire;
  private final Consumer<Session> over;
  private Optional<DtlsEndpoint> endpoint = Optional.empty();

  /**
   * @param over is told, in the loop's thread, when the association failed or the peer closed it
   */
  Handshake(Peer peer, DtlsHandshakes handshakes, Wire wire, Consumer<Session> over) {
    this.peer = peer;
    this.handshakes = handshakes;
    this.wire = wire;
    this.over = over;
  }

  /** Begins it if it has not begun; with too many in progress it is to be tried again. */
  void begin(Session session) {
    if (endpoint.isEmpty()) {
      endpoint =
          handshakes.begin(
              peer.client(),
              peer.fingerprints(),
              datagram -> wire.execute(() -> session.sendDtls(datagram)),
              new Observer(session));
    }
  }

  void receive(byte[] b, int off, int len) {
    endpoint.ifPresent(dtls -> dtls.receive(b, off, len));
  }

  /** Sends close_notify. */
  void close() {
    endpoint.ifPresent(DtlsEndpoint::close);
  }

  private final class Observer implements DtlsObserver {

    private final Session session;

    Observer(Session session) {
      this.session = session;
    }

    @Override
    public void connected(DtlsKeys keys) {
      wire.execute(() -> session.connected(keys, System.nanoTime()));
    }

    @Override
    public void failed(String reason) {
      LOG.log(Level.DEBUG, "No handshake with {0}: {1}", session.identity(), reason);
      wire.execute(() -> over.accept(session));
    }

    @Override
    public void closed() {
      wire.execute(() -> over.accept(session));
    }
  }
}
