package plenum.gate;

import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import plenum.settings.BrowserSettings;
import plenum.tls.Names;

/**
 * The names and addresses by which this server is asked for: {@code localhost}, the machine's own,
 * and those of {@code plenum.http.hosts}. A page of another site can make its own name point here,
 * and would then be this server's to the browser; by its name alone it is told apart.
 */
final class Hosts {

  private static final String ANY = "*";

  private final Set<String> names;
  private final Set<String> own;

  /**
   * @param wanted {@code plenum.http.hosts}: names or addresses; {@code *.example} is every name
   *     below; {@code *} is everything
   * @param own names of this machine
   */
  Hosts(List<String> wanted, Set<String> own) {
    this.names = wanted.stream().map(Hosts::plain).collect(Collectors.toUnmodifiableSet());
    this.own = own.stream().map(Hosts::plain).collect(Collectors.toUnmodifiableSet());
  }

  /** Those of the settings, of this machine, and where the settings send browsers. */
  static Hosts of(List<String> wanted, BrowserSettings browser) {
    Stream<String> told =
        Stream.of(browser.publish(), browser.play(), browser.api(), browser.signal())
            .flatMap(Optional::stream)
            .map(address -> URI.create(address).getHost());
    return new Hosts(Stream.concat(wanted.stream(), told).toList(), Names.ofHost());
  }

  /**
   * Whether a request is for this server.
   *
   * @param header the {@code Host} header, with or without a port
   * @param arrivedAt the address of this machine at which it arrived
   */
  boolean know(String header, String arrivedAt) {
    String host = plain(withoutPort(header));
    if (names.contains(ANY) || host.equals("localhost") || own.contains(host)) {
      return true;
    }
    return names.contains(host)
        || host.equals(plain(arrivedAt))
        || belongsBelow(host)
        || isAddressOfThisMachine(host);
  }

  private boolean belongsBelow(String host) {
    int dot = host.indexOf('.');
    return dot > 0 && names.contains(ANY + host.substring(dot));
  }

  static String withoutPort(String header) {
    int end = header.startsWith("[") ? header.indexOf(']') + 1 : header.indexOf(':');
    return end <= 0 ? header : header.substring(0, end);
  }

  /** In lower case, without the root's dot, an IPv6 address as Java writes it. */
  private static String plain(String host) {
    String lower = host.strip().toLowerCase(Locale.ROOT);
    String name = lower.endsWith(".") ? lower.substring(0, lower.length() - 1) : lower;
    return address(name).map(InetAddress::getHostAddress).map(Hosts::withoutZone).orElse(name);
  }

  private static String withoutZone(String address) {
    int zone = address.indexOf('%');
    return zone < 0 ? address : address.substring(0, zone);
  }

  /** Never asks the name service: only what can be nothing but an address is read as one. */
  private static Optional<InetAddress> address(String host) {
    boolean bracketed = host.startsWith("[") && host.endsWith("]");
    if (!bracketed && !host.contains(":") && !host.matches("\\d{1,3}(\\.\\d{1,3}){3}")) {
      return Optional.empty();
    }
    try {
      return Optional.of(InetAddress.getByName(bracketed ? host : withoutZone(host)));
    } catch (UnknownHostException noAddress) {
      return Optional.empty();
    }
  }

  /** Asked anew each time, since addresses come and go. */
  private static boolean isAddressOfThisMachine(String host) {
    try {
      Optional<InetAddress> address = address(host);
      return address.isPresent()
          && (address.get().isLoopbackAddress()
              || NetworkInterface.getByInetAddress(address.get()) != null);
    } catch (SocketException unknown) {
      return false;
    }
  }
}
