package plenum.engine.dtls;

import java.io.ByteArrayOutputStream;
import java.util.function.Consumer;

/**
 * Puts records that leave one after another into as few datagrams as they fit (RFC 6347 section
 * 4.1.1). BouncyCastle gives each a datagram of its own; then a flight is lost when any of five is,
 * and some clients cannot do with a part of it.
 */
final class OutgoingRecords {

  private final int limit;
  private final Consumer<byte[]> sender;
  private final ByteArrayOutputStream waiting = new ByteArrayOutputStream();
  private boolean used;

  /**
   * @param limit bytes in a datagram
   */
  OutgoingRecords(int limit, Consumer<byte[]> sender) {
    this.limit = limit;
    this.sender = sender;
  }

  void add(byte[] b, int off, int len) {
    if (size() + len > limit) {
      flush();
    }
    synchronized (this) {
      used = true;
      waiting.write(b, off, len);
    }
  }

  /** Sends a record, if it is the first one. */
  void beginWith(byte[] record) {
    boolean first;
    synchronized (this) {
      first = !used;
    }
    if (first) {
      add(record, 0, record.length);
      flush();
    }
  }

  private synchronized int size() {
    return waiting.size();
  }

  /** Sends what waits, without a lock. */
  void flush() {
    byte[] datagram;
    synchronized (this) {
      datagram = waiting.toByteArray();
      waiting.reset();
    }
    if (datagram.length > 0) {
      sender.accept(datagram);
    }
  }
}
