package plenum.engine.net;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/**
 * Where a {@link MediaLoop} waits for connections, and how much they may use up. Each carries
 * datagrams in frames (RFC 4571).
 *
 * @param at the addresses; empty: those of the datagrams with their port number, where that is free
 * @param most connections at a time
 * @param mostOfOneAddress of these, those of one client address
 * @param frameBytes the longest datagram in a frame; a longer one ends the connection
 * @param proof a connection that nobody {@linkplain MediaLoop#keep keeps} within this time ends
 * @param unreadBytes what may wait for one client that reads slowly; what is due to it beyond that
 *     is dropped
 * @param proxies addresses through which many clients come: their connections may begin with a line
 *     of the PROXY protocol, and {@code mostOfOneAddress} is not for them
 */
public record TcpPort(
    List<InetSocketAddress> at,
    int most,
    int mostOfOneAddress,
    int frameBytes,
    Duration proof,
    int unreadBytes,
    Set<InetAddress> proxies) {

  public TcpPort {
    at = List.copyOf(at);
    proxies = Set.copyOf(proxies);
    if (frameBytes < 1 || frameBytes > Transport.MAX_DATAGRAM) {
      throw new IllegalArgumentException("Frames have at most " + Transport.MAX_DATAGRAM);
    }
  }
}
