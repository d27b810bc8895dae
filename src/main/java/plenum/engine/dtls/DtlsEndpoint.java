package plenum.engine.dtls;

import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;
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

  /** Handshakes that a client may begin; what is more than that is not looked at. */
  private static final int MAX_BEGINNINGS = 5;

  private final boolean client;
  private final Consumer<byte[]> sender;
  private final DtlsObserver observer;
  private final Executor records;

  private DatagramQueue datagrams;
  private ClientFlight flight = new ClientFlight();
  private byte[] clientRandom = {};
  private int beginnings;

  private DTLSTransport connection;
  private boolean ended;
  private boolean lookingAtRecords;

  DtlsEndpoint(boolean client, Consumer<byte[]> sender, DtlsObserver observer, Executor records) {
    this.client = client;
    this.sender = sender;
    this.datagrams = new DatagramQueue(sender);
    this.observer = observer;
    this.records = records;
  }

  /** Whether that datagram is of a handshake: all records but data and alerts under its keys. */
  public static boolean isHandshake(byte[] b, int off, int len) {
    return len >= Records.HEADER
        && Records.isControl(b, off)
        && (b[off] != Records.ALERT || Records.inTheClear(b, off));
  }

  /**
   * Takes a datagram that the peer sent and whose first byte is 20 to 63 (RFC 7983). Copies it and
   * returns at once; too many, or what cannot be a handshake's, is dropped. A message of the
   * handshake that is broken ends it, with an alert to the peer.
   */
  public synchronized void receive(byte[] b, int off, int len) {
    if (len == 0 || !Records.isControl(b, off)) {
      return;
    }
    if (!Records.credible(b, off, len)) {
      if (Records.isHandshake(b, off, len)) {
        datagrams.breakOff(new TlsFatalAlert(AlertDescription.decode_error, "a broken message"));
      }
      return;
    }
    if (client || knows(b, off, len) && flight.admits(b, off, len)) {
      datagrams.add(b, off, len);
      lookAtRecords();
    }
  }

  /**
   * Whether that is no hello of a client that begins more often than it may. One that says hello
   * with another random has begun anew, and so does its server.
   */
  private boolean knows(byte[] b, int off, int len) {
    Optional<byte[]> random = Records.clientRandom(b, off, len);
    if (random.isEmpty() || connection != null || Arrays.equals(random.get(), clientRandom)) {
      return true;
    }
    if (beginnings == MAX_BEGINNINGS) {
      return false;
    }
    clientRandom = random.get();
    if (beginnings++ > 0 && !ended) {
      datagrams.abandon();
      datagrams = new DatagramQueue(sender);
      flight = new ClientFlight();
    }
    return true;
  }

  private synchronized DatagramQueue present() {
    return datagrams;
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
      datagrams.shut();
    }
    if (established != null) {
      records.execute(() -> closeQuietly(established));
    }
  }

  /**
   * Blocks until the handshake is over; another one begins where the client began anew.
   *
   * @param negotiations the terms of each
   */
  void shakeHands(Supplier<Negotiation> negotiations) {
    DatagramQueue used;
    do {
      used = present();
      shakeHands(negotiations.get(), used);
    } while (used != present());
  }

  private void shakeHands(Negotiation negotiation, DatagramQueue used) {
    try {
      DTLSTransport transport =
          client
              ? new DTLSClientProtocol().connect(new ClientPeer(negotiation), used)
              : new DTLSServerProtocol().accept(new ServerPeer(negotiation), used);
      used.flush();
      established(transport, negotiation, used);
    } catch (TlsFatalAlert e) {
      // BouncyCastle sends no alert before it has sent anything else.
      used.refuse(e.getAlertDescription());
      fail(reason(e), used);
    } catch (IOException | RuntimeException e) {
      fail(reason(e), used);
    }
  }

  private void established(DTLSTransport transport, Negotiation terms, DatagramQueue used) {
    boolean tooLate;
    synchronized (this) {
      tooLate = ended || used != datagrams;
      if (!tooLate) {
        connection = transport;
        datagrams.connected(terms.overhead());
        // Nobody looks at records before the observer knows that there is a connection.
        lookingAtRecords = true;
      }
    }
    if (tooLate) {
      closeQuietly(transport);
      return;
    }
    observer.connected(terms.takeKeys());
    synchronized (this) {
      lookingAtRecords = false;
    }
    lookAtRecords();
  }

  /** Ends it before the handshake could begin. */
  void fail(String reason) {
    fail(reason, present());
  }

  /** Ends it if the handshake that did not succeed is the last one. */
  private void fail(String reason, DatagramQueue used) {
    synchronized (this) {
      if (ended || used != datagrams) {
        return;
      }
      ended = true;
      datagrams.shut();
    }
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
      present().shut();
      observer.closed();
    } else {
      lookAtRecords();
    }
  }

  /** Reads what has come; whether the association broke over it. */
  private boolean readAvailable(DTLSTransport established) {
    try {
      byte[] applicationData = new byte[established.getReceiveLimit()];
      DatagramQueue used = present();
      for (int i = 0; i < RECORDS_AT_ONCE && !used.closedByTls(); i++) {
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
