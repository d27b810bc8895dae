package plenum.engine.dtls;

import java.io.IOException;
import java.util.concurrent.Executor;
import org.bouncycastle.tls.AlertDescription;
import org.bouncycastle.tls.DTLSClientProtocol;
import org.bouncycastle.tls.DTLSServerProtocol;
import org.bouncycastle.tls.DTLSTransport;
import org.bouncycastle.tls.TlsFatalAlert;
import org.bouncycastle.tls.TlsFatalAlertReceived;
import org.bouncycastle.tls.TlsTimeoutException;

/**
 * One side of one DTLS association. During the handshake it has a thread; afterwards it is a little
 * state that is looked at when a record comes: a peer that lost our last flight asks for it again,
 * and close_notify ends the association. Thread-safe.
 */
public final class DtlsEndpoint {

  private static final int RECORDS_AT_ONCE = 64;

  private final boolean client;
  private final DatagramQueue datagrams;
  private final DtlsObserver observer;
  private final Executor records;
  private final ClientFlight flight = new ClientFlight();

  private DTLSTransport connection;
  private boolean ended;
  private boolean lookingAtRecords;

  DtlsEndpoint(boolean client, DatagramQueue datagrams, DtlsObserver observer, Executor records) {
    this.client = client;
    this.datagrams = datagrams;
    this.observer = observer;
    this.records = records;
  }

  /** Whether that datagram begins with a handshake's record that is not encrypted. */
  public static boolean isHandshake(byte[] b, int off, int len) {
    return len >= Records.HEADER && b[off] == Records.HANDSHAKE && Records.inTheClear(b, off);
  }

  /**
   * Takes a datagram that the peer sent and whose first byte is 20 to 63 (RFC 7983). Copies it and
   * returns at once; too many, or what cannot be a handshake's, is dropped.
   */
  public void receive(byte[] b, int off, int len) {
    if (len == 0 || !Records.isControl(b, off) || !Records.credible(b, off, len)) {
      return;
    }
    if (!client && !flight.admits(b, off, len)) {
      return;
    }
    datagrams.add(b, off, len);
    lookAtRecords();
  }

  /**
   * Ends the association, with a close_notify to the peer when it was connected. The observer hears
   * nothing of it. Returns at once.
   */
  public void close() {
    DTLSTransport established;
    synchronized (this) {
      if (ended) {
        return;
      }
      ended = true;
      established = connection;
    }
    datagrams.shut();
    if (established != null) {
      records.execute(() -> closeQuietly(established));
    }
  }

  /** Blocks until the handshake is over. */
  void shakeHands(Negotiation negotiation) {
    try {
      DTLSTransport transport =
          client
              ? new DTLSClientProtocol().connect(new ClientPeer(negotiation), datagrams)
              : new DTLSServerProtocol().accept(new ServerPeer(negotiation), datagrams);
      established(transport, negotiation.takeKeys());
    } catch (IOException | RuntimeException e) {
      fail(reason(e));
    }
  }

  private void established(DTLSTransport transport, DtlsKeys keys) {
    boolean tooLate;
    synchronized (this) {
      tooLate = ended;
      if (!tooLate) {
        connection = transport;
        datagrams.stopWaiting();
        // Nobody looks at records before the observer knows that there is a connection.
        lookingAtRecords = true;
      }
    }
    if (tooLate) {
      closeQuietly(transport);
      return;
    }
    observer.connected(keys);
    synchronized (this) {
      lookingAtRecords = false;
    }
    lookAtRecords();
  }

  /** Ends it before the handshake could begin or when it did not succeed. */
  void fail(String reason) {
    synchronized (this) {
      if (ended) {
        return;
      }
      ended = true;
    }
    datagrams.shut();
    observer.failed(reason);
  }

  private synchronized void lookAtRecords() {
    if (connection != null && !ended && !lookingAtRecords && !datagrams.isEmpty()) {
      lookingAtRecords = true;
      DTLSTransport established = connection;
      records.execute(() -> readRecords(established));
    }
  }

  /** On the one thread for records: neither reading nor closing goes on elsewhere. */
  private void readRecords(DTLSTransport established) {
    boolean broken = readAvailable(established);
    boolean over;
    synchronized (this) {
      lookingAtRecords = false;
      over = !ended && (broken || datagrams.closedByTls());
      ended |= over;
    }
    if (over) {
      datagrams.shut();
      observer.closed();
    } else {
      lookAtRecords();
    }
  }

  /** Reads what has come; whether the association broke over it. */
  private boolean readAvailable(DTLSTransport established) {
    try {
      byte[] applicationData = new byte[established.getReceiveLimit()];
      for (int i = 0; i < RECORDS_AT_ONCE && !datagrams.closedByTls(); i++) {
        established.receive(applicationData, 0, applicationData.length, 1);
      }
      return false;
    } catch (DatagramQueue.Drained e) {
      return false;
    } catch (IOException | RuntimeException e) {
      return true;
    }
  }

  private static void closeQuietly(DTLSTransport transport) {
    try {
      transport.close();
    } catch (IOException | RuntimeException e) {
      // The peer has gone, and so have we.
      return;
    }
  }

  private static String reason(Exception e) {
    if (e instanceof TlsTimeoutException) {
      return "the handshake took too long";
    }
    if (e instanceof TlsFatalAlertReceived alert) {
      return "the peer refused: " + AlertDescription.getName(alert.getAlertDescription());
    }
    if (e instanceof TlsFatalAlert alert) {
      // Its message begins with the alert's name.
      return String.valueOf(alert.getMessage());
    }
    return e.getClass().getSimpleName() + ": " + e.getMessage();
  }
}
