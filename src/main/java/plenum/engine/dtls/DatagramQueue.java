package plenum.engine.dtls;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Consumer;
import org.bouncycastle.tls.DatagramTransport;
import org.bouncycastle.tls.TlsFatalAlert;

/**
 * The datagrams of one endpoint, between the thread that receives them and the one that is in the
 * handshake. The first waits for nothing; the second waits during the handshake only.
 */
final class DatagramQueue implements DatagramTransport {

  /** More than a handshake's flights; what comes beyond it is lost, and sent again. */
  private static final int LIMIT = 32;

  private static final int RECEIVE_LIMIT = 2048;

  /** A handshake's datagrams pass where packets of IPv6's smallest link do. */
  private static final int SEND_LIMIT = 1200;

  private final OutgoingRecords outgoing;
  private final ArrayDeque<byte[]> datagrams = new ArrayDeque<>(4);
  private boolean waits = true;

  /** Bytes that encrypted records have at least. */
  private int least;

  private boolean shut;
  private boolean closedByTls;
  private volatile boolean abandoned;
  private Optional<TlsFatalAlert> broken = Optional.empty();

  DatagramQueue(Consumer<byte[]> sender) {
    this.outgoing =
        new OutgoingRecords(
            SEND_LIMIT,
            datagram -> {
              if (!abandoned) {
                sender.accept(datagram);
              }
            });
  }

  /** Takes a copy, or drops it when there are too many. */
  synchronized void add(byte[] b, int off, int len) {
    boolean fits = len <= RECEIVE_LIMIT && datagrams.size() < LIMIT;
    if (!shut && fits && Records.longEnough(b, off, len, least)) {
      datagrams.add(Arrays.copyOfRange(b, off, off + len));
      notifyAll();
    }
  }

  synchronized boolean isEmpty() {
    return datagrams.isEmpty();
  }

  /**
   * From now on there is no waiting: {@link #receive} throws {@link Drained} when empty.
   *
   * @param overhead bytes that the connection's cipher adds to each record: shorter ones are
   *     dropped
   */
  synchronized void connected(int overhead) {
    waits = false;
    least = overhead;
    datagrams.removeIf(waiting -> !Records.longEnough(waiting, 0, waiting.length, overhead));
  }

  /** Ends a handshake that waits. */
  synchronized void shut() {
    shut = true;
    datagrams.clear();
    notifyAll();
  }

  /** Ends a handshake that waits, and lets nothing out any more: the peer began another one. */
  void abandon() {
    abandoned = true;
    shut();
  }

  /** Ends a handshake that waits, with an alert to the peer, once what came before is read. */
  synchronized void breakOff(TlsFatalAlert reason) {
    if (waits && broken.isEmpty()) {
      broken = Optional.of(reason);
      notifyAll();
    }
  }

  /** Tells the peer why there will be no connection, if it has been told nothing yet. */
  void refuse(short alert) {
    outgoing.beginWith(Records.fatalAlert(alert));
  }

  /** Sends what waits to be sent. */
  void flush() {
    outgoing.flush();
  }

  /** Whether TLS ended the connection: by an alert from the peer, or by our asking. */
  synchronized boolean closedByTls() {
    return closedByTls;
  }

  @Override
  public int getReceiveLimit() {
    return RECEIVE_LIMIT;
  }

  @Override
  public int getSendLimit() {
    return SEND_LIMIT;
  }

  @Override
  public int receive(byte[] buf, int off, int len, int waitMillis) throws IOException {
    flush();
    byte[] datagram = take(waitMillis);
    if (datagram == null) {
      return -1;
    }
    int length = Math.min(len, datagram.length);
    System.arraycopy(datagram, 0, buf, off, length);
    return length;
  }

  private synchronized byte[] take(int waitMillis) throws IOException {
    if (!waits && datagrams.isEmpty()) {
      throw new Drained();
    }
    try {
      long end = System.nanoTime() + waitMillis * 1_000_000L;
      for (long left = waitMillis; left > 0 && nothingCame(); ) {
        wait(left);
        left = (end - System.nanoTime() + 999_999) / 1_000_000;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("the engine is stopping");
    }
    if (shut) {
      throw new InterruptedIOException("the session has ended");
    }
    if (datagrams.isEmpty() && broken.isPresent()) {
      throw broken.get();
    }
    return datagrams.poll();
  }

  private boolean nothingCame() {
    return datagrams.isEmpty() && broken.isEmpty() && !shut;
  }

  @Override
  public void send(byte[] buf, int off, int len) {
    outgoing.add(buf, off, len);
  }

  @Override
  public void close() {
    flush();
    synchronized (this) {
      closedByTls = true;
    }
  }

  /** Not an error: what came has been read. */
  static final class Drained extends InterruptedIOException {

    private static final long serialVersionUID = 1L;

    @Override
    public synchronized Throwable fillInStackTrace() {
      return this;
    }
  }
}
