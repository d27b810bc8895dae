package plenum.engine.sdp;

import java.net.Inet6Address;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;

/**
 * Where the engine is, as its answers tell it (RFC 8839 section 5.1).
 *
 * @param address resolved
 * @param tcp whether it waits there for connections (RFC 6544, passive) instead of datagrams
 */
public record LocalCandidate(InetSocketAddress address, boolean tcp) {

  /** RFC 8445 section 5.1.2.1: host candidates of component 1. */
  private static final long HOST_PRIORITY = 126L << 24 | 255;

  /** RFC 6544 section 4.2: below every way by UDP, and passive among those by TCP. */
  private static final long TCP_PRIORITY = 90L << 24 | 255;

  private static final long PASSIVE = 4L << 13 | 0x1fff;

  /** One that receives datagrams. */
  public static LocalCandidate udp(InetSocketAddress address) {
    return new LocalCandidate(address, false);
  }

  /** One that is connected to. */
  public static LocalCandidate tcp(InetSocketAddress address) {
    return new LocalCandidate(address, true);
  }

  /** What stands behind {@code a=} for each, the preferred first. */
  public static List<String> attributes(List<LocalCandidate> candidates) {
    List<String> attributes = new ArrayList<>(candidates.size());
    for (int i = 0; i < candidates.size(); i++) {
      attributes.add(candidates.get(i).attribute(i));
    }
    return List.copyOf(attributes);
  }

  private String attribute(int index) {
    return "candidate:%d 1 %s %d %s %d typ host%s"
        .formatted(
            index + 1,
            tcp ? "tcp" : "udp",
            priority(index),
            literal(),
            address.getPort(),
            tcp ? " tcptype passive" : "");
  }

  private long priority(int index) {
    return tcp ? TCP_PRIORITY | PASSIVE - index << 8 : HOST_PRIORITY | 65535L - index << 8;
  }

  /** Java writes an IPv6 scope behind the address, which SDP does not know. */
  private String literal() {
    String text = address.getAddress().getHostAddress();
    int scope = address.getAddress() instanceof Inet6Address ? text.indexOf('%') : -1;
    return scope < 0 ? text : text.substring(0, scope);
  }
}
