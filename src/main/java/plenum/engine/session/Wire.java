package plenum.engine.session;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.function.LongConsumer;
import plenum.engine.ice.IceLite;
import plenum.engine.net.MediaLoop;
import plenum.engine.net.ScheduledHandle;

/** The way out: the loop's socket, and one buffer in which all sessions encrypt. */
final class Wire {

  /** Longer than any datagram that a browser sends, with room for what encryption adds. */
  private static final int BUFFER = 4096;

  /** What SRTP and SRTCP add at most. */
  static final int OVERHEAD = 64;

  private final byte[] buffer = new byte[BUFFER];
  private final Drops drops;
  private final int connectionsPerSession;
  private final int number;
  private volatile MediaLoop loop;

  /**
   * @param connectionsPerSession TCP connections of one session
   * @param number the loop's, the first is 0
   */
  Wire(Drops drops, int connectionsPerSession, int number) {
    this.drops = drops;
    this.connectionsPerSession = connectionsPerSession;
    this.number = number;
  }

  /** The loop's number. */
  int number() {
    return number;
  }

  /** To be called once, before any session exists. */
  void attach(MediaLoop mediaLoop) {
    loop = mediaLoop;
  }

  /** Where packets are encrypted before they are sent. */
  byte[] buffer() {
    return buffer;
  }

  /** Where is counted what does not leave, or was not taken. */
  Drops drops() {
    return drops;
  }

  /** Whether a packet fits into the buffer with its encryption. */
  static boolean fits(int len) {
    return len <= BUFFER - OVERHEAD;
  }

  void send(int localInterface, InetSocketAddress remote, byte[] b, int off, int len) {
    loop.send(localInterface, remote, b, off, len);
  }

  /** For a new session. */
  TcpPaths tcpPaths() {
    return new TcpPaths(this, connectionsPerSession);
  }

  /** Whether that path is a TCP connection. */
  boolean isTcp(IceLite.Path path) {
    return loop.isTcp(path.localInterface());
  }

  /** A session answers for that TCP connection. */
  void keep(IceLite.Path path) {
    loop.keep(path.localInterface(), path.remote());
  }

  /** Ends that TCP connection, if it is there. */
  void disconnect(IceLite.Path path) {
    loop.disconnect(path.localInterface(), path.remote());
  }

  /** Gives a datagram that came to this loop to another one, whose it is. */
  void handOver(Wire to, int localInterface, InetSocketAddress remote, byte[] b, int off, int len) {
    loop.handOver(to.loop, localInterface, remote, b, off, len);
  }

  /** Runs a task in the loop's thread: now, if that is the caller's. */
  void run(Runnable task) {
    if (loop.inLoop()) {
      task.run();
    } else {
      loop.execute(task);
    }
  }

  /** Runs a task in the loop's thread. */
  void execute(Runnable task) {
    loop.execute(task);
  }

  /** Runs a task in the loop's thread, later. */
  void after(Duration delay, Runnable task) {
    loop.after(delay, task);
  }

  /** Runs a task in the loop's thread again and again, and tells it the time. */
  ScheduledHandle every(Duration period, LongConsumer task) {
    return loop.every(period, () -> task.accept(System.nanoTime()));
  }

  /** The same for one that is told the time. */
  void remind(Duration delay, LongConsumer task) {
    loop.after(delay, () -> task.accept(System.nanoTime()));
  }
}
