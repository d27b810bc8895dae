package plenum.engine.net;

import java.net.InetSocketAddress;

/** What receives a {@link MediaLoop}'s datagrams, on the loop's thread only. */
public interface DatagramHandler {

  /**
   * A datagram has come.
   *
   * @param localInterface which of the loop's addresses it came to, an index into {@link
   *     MediaLoop#locals()}; an answer leaves by the same
   * @param remote where it came from
   * @param b the array with the datagram, the callee's only during the call; it may overwrite the
   *     datagram in place, and the array has room behind it
   * @param off where the datagram begins
   * @param len its length
   */
  void received(int localInterface, InetSocketAddress remote, byte[] b, int off, int len);

  /**
   * The datagrams of one read have been handed over: the time to forward, grouped by destination,
   * so that segmentation offload helps. What is sent here leaves when it returns.
   */
  void batchComplete();
}
