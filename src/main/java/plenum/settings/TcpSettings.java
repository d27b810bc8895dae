package plenum.settings;

import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;

/**
 * The embedded engine's settings for media by TCP, {@code plenum.media.tcp.*}; explained in {@code
 * docs/operations/settings.md}.
 *
 * @param enabled whether clients may connect by TCP
 * @param listen where to wait for them; empty: at the addresses and the port of UDP
 * @param advertised where they are told to connect to; empty: where it waits
 * @param maxConnections at a time
 * @param maxConnectionsPerAddress of one client address
 * @param maxConnectionsPerSession of one publisher or player
 * @param frameBytes the longest packet
 * @param checkTimeout until a client must have shown itself
 * @param unreadBytes what may wait for one client
 */
public record TcpSettings(
    boolean enabled,
    List<InetSocketAddress> listen,
    List<InetSocketAddress> advertised,
    int maxConnections,
    int maxConnectionsPerAddress,
    int maxConnectionsPerSession,
    int frameBytes,
    Duration checkTimeout,
    int unreadBytes) {

  private static final int LEAST_FRAME = 1_300;
  private static final int MOST_FRAME = 2_048;
  private static final int LEAST_UNREAD = 16_000;
  private static final int MOST_UNREAD = 16_000_000;

  static TcpSettings from(SettingsSource source) {
    return new TcpSettings(
        source.flag("plenum.media.tcp.enabled"),
        addresses(source, "plenum.media.tcp.listen"),
        addresses(source, "plenum.media.tcp.advertise"),
        source.number("plenum.media.tcp.max-connections", 1, 1_000_000),
        source.number("plenum.media.tcp.max-connections-per-address", 1, 1_000_000),
        source.number("plenum.media.tcp.max-connections-per-session", 1, 100),
        source.number("plenum.media.tcp.frame-bytes", LEAST_FRAME, MOST_FRAME),
        source.duration(
            "plenum.media.tcp.check-timeout", Duration.ofSeconds(1), Duration.ofMinutes(1)),
        source.number("plenum.media.tcp.unread-bytes", LEAST_UNREAD, MOST_UNREAD));
  }

  private static List<InetSocketAddress> addresses(SettingsSource source, String name) {
    return source.list(name).stream().map(text -> address(name, text)).toList();
  }

  /** Not resolved: that is done when media starts. */
  private static InetSocketAddress address(String name, String text) {
    try {
      URI uri = URI.create("tcp://" + text);
      if (uri.getHost() != null && uri.getPort() > 0 && uri.getPort() <= 65_535) {
        String host = uri.getHost().replaceAll("[\\[\\]]", "");
        return InetSocketAddress.createUnresolved(host, uri.getPort());
      }
    } catch (IllegalArgumentException notAnAddress) {
      // Told below, like one without a port.
    }
    throw new InvalidSetting(name, text, "an address with a port, such as 10.0.0.6:443");
  }
}
