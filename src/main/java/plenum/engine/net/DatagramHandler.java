package plenum.engine.net;

import java.net.InetSocketAddress;

/** What receives a {@link MediaLoop}'s datagrams, on the loop's thread only. */
public interface DatagramHandler {

  /**
   * A datagram has come.
   *
   * @param localInterface which of the loop's addresses it came to, an index into {@link
   *     MediaLoop#locals()}, behind these into {@link MediaLoop#tcpLocals()}; an answer leaves by
   *     the same
   * @param remote where it came from
   * @param b the array with the datagram, the callee's only during the call; it may overwrite the
   *     datagram in place, and the array has room behind it
   * @param off where the datagram begins
   * @param len its length
   */
  void received(int localInterface, InetSocketAddress remote, byte[] b, int off, int len);

  /**
   * A TCP connection has ended, whoever ended it: nothing comes from there any more, and nothing
   * can be sent there.
   *
   * @param localInterface as in {@link #received}
   * @param remote as in {@link #received}
   */
  default void disconnected(int localInterface, InetSocketAddress remote) {}

  /**
   * The datagrams of one read have been handed over: the time to forward, grouped by destination,
   * so that segmentation offload helps. What is sent here leaves when it returns.
   */
  void batchComplete();
}
