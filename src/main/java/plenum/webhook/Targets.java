package plenum.webhook;

import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import plenum.settings.Network;

/**
 * Where messages may go: to every machine of the intranet and outside, but not to this machine
 * itself, to its link alone, to many at once, or to addresses that are nobody's (RFC 6890): there
 * stand services that trust whoever reaches them.
 */
final class Targets {

  private static final List<Network> SPECIAL =
      List.of(
          network("0.0.0.0", 8),
          network("127.0.0.0", 8),
          network("169.254.0.0", 16),
          network("192.0.0.0", 24),
          network("192.0.2.0", 24),
          network("192.88.99.0", 24),
          network("198.18.0.0", 15),
          network("198.51.100.0", 24),
          network("203.0.113.0", 24),
          network("224.0.0.0", 4),
          network("240.0.0.0", 4),
          network("::", 96),
          network("100::", 64),
          network("2001::", 23),
          network("2001:db8::", 32),
          network("fe80::", 10),
          network("fec0::", 10),
          network("ff00::", 8));

  /** IPv6 addresses that hold one of IPv4, and from which byte on (RFC 6052, RFC 3056). */
  private static final Network NAT64 = network("64:ff9b::", 96);

  private static final Network NAT64_LOCAL = network("64:ff9b:1::", 48);
  private static final Network SIX_TO_FOUR = network("2002::", 16);

  private final List<Network> permitted;

  /**
   * @param permitted special addresses to which messages may go all the same
   */
  Targets(List<Network> permitted) {
    this.permitted = List.copyOf(permitted);
  }

  private static Network network(String address, int bits) {
    try {
      return new Network(InetAddress.getByName(address), bits);
    } catch (UnknownHostException impossible) {
      throw new IllegalStateException("This is an address", impossible);
    }
  }

  /** Whether it can be an address of a webhook at all; nobody is asked whose it is. */
  static boolean isAddress(URI address) {
    String scheme = String.valueOf(address.getScheme());
    return (scheme.equalsIgnoreCase("http") || scheme.equalsIgnoreCase("https"))
        && address.getHost() != null
        && address.getRawUserInfo() == null
        && address.getRawFragment() == null;
  }

  /** Whether a letter of it is not seen where it is read, or turns those beside it around. */
  static boolean hasUnseen(String address) {
    return address.codePoints().anyMatch(Targets::isUnseen);
  }

  private static boolean isUnseen(int letter) {
    int kind = Character.getType(letter);
    return kind == Character.CONTROL || kind == Character.FORMAT;
  }

  /**
   * Why messages may not go there now; empty when they may. Asks the name service, and waits for
   * it. Java remembers the answer for longer than it takes to connect, so that what connects next
   * gets the same one.
   */
  Optional<String> refusal(URI address) {
    String host = address.getHost();
    String plain = host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    try {
      for (InetAddress one : InetAddress.getAllByName(plain)) {
        if (!mayGoTo(one)) {
          return Optional.of(
              "%s is a special address, see plenum.webhooks.special"
                  .formatted(one.getHostAddress()));
        }
      }
      return Optional.empty();
    } catch (UnknownHostException unknown) {
      return Optional.of("nobody knows the name " + plain);
    }
  }

  /** Whether messages may go to this machine. */
  boolean mayGoTo(InetAddress address) {
    return permitted.stream().anyMatch(network -> network.contains(address))
        || !isOurs(address)
            && SPECIAL.stream().noneMatch(network -> network.contains(address))
            && embedded(address).map(this::mayGoTo).orElse(true);
  }

  /** Whether it is one of this machine's. */
  private static boolean isOurs(InetAddress address) {
    try {
      return NetworkInterface.getByInetAddress(address) != null;
    } catch (SocketException unknown) {
      return false;
    }
  }

  private static Optional<InetAddress> embedded(InetAddress address) {
    byte[] bytes = address.getAddress();
    if (NAT64.contains(address) || NAT64_LOCAL.contains(address)) {
      return v4(bytes, 12);
    }
    return SIX_TO_FOUR.contains(address) ? v4(bytes, 2) : Optional.empty();
  }

  private static Optional<InetAddress> v4(byte[] bytes, int from) {
    try {
      return Optional.of(InetAddress.getByAddress(Arrays.copyOfRange(bytes, from, from + 4)));
    } catch (UnknownHostException impossible) {
      throw new IllegalStateException("Four bytes are an address", impossible);
    }
  }
}
