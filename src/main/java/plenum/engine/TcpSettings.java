package plenum.engine;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/**
 * The engine's settings for media by TCP (RFC 6544), for clients whose networks let no UDP pass.
 *
 * @param listen where to wait for connections; empty: at the addresses and the port of UDP, where
 *     that is free
 * @param advertised where clients are told to connect to; empty: where it waits
 * @param maxConnections at a time, of all clients
 * @param maxConnectionsPerAddress of one client address
 * @param maxConnectionsPerSession of one session, which may have some that it does not use
 * @param frameBytes the longest packet; a longer one ends the connection
 * @param checkTimeout a connection without a valid connectivity check by then ends
 * @param unreadBytes what may wait for one client that reads slowly; packets beyond that are
 *     dropped, and who takes less than that in 5 s is disconnected
 * @param proxies addresses of proxies through which many clients come: they are not limited as one
 *     client address is, and are believed when they say whose a connection is (the PROXY protocol,
 *     version 1)
 */
public record TcpSettings(
    List<InetSocketAddress> listen,
    List<InetSocketAddress> advertised,
    int maxConnections,
    int maxConnectionsPerAddress,
    int maxConnectionsPerSession,
    int frameBytes,
    Duration checkTimeout,
    int unreadBytes,
    Set<InetAddress> proxies) {

  public TcpSettings {
    listen = List.copyOf(listen);
    advertised = List.copyOf(advertised);
    proxies = Set.copyOf(proxies);
  }

  /** At the addresses and the port of UDP, with limits for one machine of two cores. */
  public static TcpSettings defaults() {
    return new TcpSettings(
        List.of(), List.of(), 4000, 800, 8, 2048, Duration.ofSeconds(10), 256_000, Set.of());
  }
}
