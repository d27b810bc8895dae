package plenum.engine.net;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Opens several {@link MediaLoop}s at one port: each has sockets of its own there, and the system
 * spreads what comes over them by the peers' addresses. Which loop a peer's session lives on the
 * system does not know; so whoever gets a datagram of another's {@linkplain MediaLoop#handOver
 * hands it over}. TCP connections are all the first loop's.
 */
public final class MediaLoops {

  private static final Logger LOG = System.getLogger(MediaLoops.class.getName());

  private final Transport transport;
  private final List<InetAddress> addresses;
  private final int port;
  private final Optional<TcpPort> tcp;
  private Optional<MediaLoop> first = Optional.empty();
  private int opened;

  /**
   * @param addresses as in {@link MediaLoop#open}
   * @param port as in {@link MediaLoop#open}
   * @param tcp where connections come to, if they may
   */
  public MediaLoops(List<InetAddress> addresses, int port, Optional<TcpPort> tcp) {
    this(Transport.best(), addresses, port, tcp);
  }

  MediaLoops(Transport transport, List<InetAddress> addresses, int port, Optional<TcpPort> tcp) {
    this.transport = transport;
    this.addresses = List.copyOf(addresses);
    this.port = port;
    this.tcp = tcp;
  }

  /** How many of those wanted there can be: one, where the system shares no port out. */
  public int possible(int wanted) {
    if (wanted > 1 && !transport.shares()) {
      LOG.log(
          Level.INFO,
          "Media has one loop, not {0}: on this system one socket gets all that comes to a port.",
          wanted);
      return 1;
    }
    return wanted;
  }

  /**
   * Opens the first one, or one more. It begins to receive at once.
   *
   * @throws java.io.UncheckedIOException when that does not succeed
   */
  public MediaLoop open(DatagramHandler handler) {
    opened++;
    if (first.isPresent()) {
      return MediaLoop.beside(first.get(), opened, transport, handler);
    }
    MediaLoop loop = MediaLoop.open(transport, addresses, port, tcp, handler, Duration.ZERO);
    first = Optional.of(loop);
    return loop;
  }
}
