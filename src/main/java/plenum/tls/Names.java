package plenum.tls;

import java.net.IDN;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The names and addresses of this machine, each written in one way. */
public final class Names {

  private static final Pattern DNS =
      Pattern.compile(
          "(\\*\\.)?[a-z0-9_]([a-z0-9_-]*[a-z0-9_])?(\\.[a-z0-9_]([a-z0-9_-]*[a-z0-9_])?)*");

  private static final int LONGEST = 253;
  private static final Set<String> LOCAL = Set.of("localhost", "127.0.0.1", plain("::1"));

  private Names() {}

  /**
   * What a certificate for this machine is for: {@code localhost}, the host's names, its addresses
   * now, and those that are wanted besides. What no certificate can be for is left out.
   *
   * @param host the host's names, which are asked for once: {@link #ofHost}
   */
  static Set<String> all(Collection<String> wanted, Collection<String> host) {
    return Stream.of(LOCAL, wanted, host, addresses())
        .flatMap(Collection::stream)
        .map(Names::plain)
        .filter(name -> isAddress(name) || isDns(name))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** The machine's names. The name service may take a while to tell. */
  public static Set<String> ofHost() {
    try {
      InetAddress self = InetAddress.getLocalHost();
      String name = self.getHostName();
      return Stream.of(name, name + ".local", self.getCanonicalHostName())
          .map(Names::plain)
          .filter(plain -> !isAddress(plain) && !plain.startsWith("localhost"))
          .collect(Collectors.toCollection(TreeSet::new));
    } catch (UnknownHostException nameless) {
      return Set.of();
    }
  }

  /** Under which other machines reach this one now; not those that are valid on one link only. */
  static Set<String> addresses() {
    try {
      return NetworkInterface.networkInterfaces()
          .filter(Names::isUp)
          .flatMap(NetworkInterface::inetAddresses)
          .filter(address -> !address.isLinkLocalAddress() && !address.isLoopbackAddress())
          .map(InetAddress::getHostAddress)
          .map(Names::plain)
          .collect(Collectors.toCollection(TreeSet::new));
    } catch (SocketException unknown) {
      return Set.of();
    }
  }

  private static boolean isUp(NetworkInterface network) {
    try {
      return network.isUp();
    } catch (SocketException gone) {
      return false;
    }
  }

  /** Whether a certificate can be for it. */
  static boolean canBe(String name) {
    String plain = plain(name);
    return isAddress(plain) || isDns(plain);
  }

  /** In lower case, without the root's dot, in ASCII; an address as Java writes it. */
  static String plain(String name) {
    String lower = name.strip().toLowerCase(Locale.ROOT);
    Optional<String> address = address(lower);
    if (address.isPresent()) {
      return address.get();
    }
    String whole = lower.endsWith(".") ? lower.substring(0, lower.length() - 1) : lower;
    try {
      return IDN.toASCII(whole).toLowerCase(Locale.ROOT);
    } catch (IllegalArgumentException noName) {
      return whole;
    }
  }

  static boolean isAddress(String plain) {
    return address(plain).isPresent();
  }

  private static boolean isDns(String plain) {
    return plain.length() <= LONGEST && DNS.matcher(plain).matches();
  }

  /** Never asks the name service. */
  private static Optional<String> address(String text) {
    String bare = text.startsWith("[") && text.endsWith("]") ? inner(text) : text;
    int zone = bare.indexOf('%');
    String address = zone < 0 ? bare : bare.substring(0, zone);
    if (!address.contains(":") && !address.matches("\\d{1,3}(\\.\\d{1,3}){3}")) {
      return Optional.empty();
    }
    try {
      return Optional.of(InetAddress.getByName(address).getHostAddress());
    } catch (UnknownHostException noAddress) {
      return Optional.empty();
    }
  }

  private static String inner(String bracketed) {
    return bracketed.substring(1, bracketed.length() - 1);
  }
}
