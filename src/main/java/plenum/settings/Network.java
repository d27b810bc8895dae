package plenum.settings;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A range of addresses (RFC 4632, RFC 4291 section 2.3).
 *
 * @param address any address of it
 * @param bits how many of its first bits all addresses share
 */
public record Network(InetAddress address, int bits) {

  /** What a provider, and a router of a company, gives to one place at least (RFC 6177). */
  private static final int ONE_CLIENT = 64;

  /** What a provider gives to one place at most, as a rule (RFC 6177). */
  private static final int ONE_SITE = 48;

  private static final Pattern FORM =
      Pattern.compile("(\\d{1,3}(?:\\.\\d{1,3}){3}|[0-9a-fA-F.]*:[0-9a-fA-F:.]*)(?:/(\\d{1,3}))?");

  /**
   * Reads a setting: addresses, networks such as {@code 10.0.0.0/8}, and {@code *} for everything.
   */
  static List<Network> list(SettingsSource source, String name) {
    return source.list(name).stream().flatMap(text -> of(name, text)).toList();
  }

  /** Reads one of them; {@code *} is two. */
  static Stream<Network> of(String name, String text) {
    if (text.equals("*")) {
      return Stream.of("0.0.0.0/0", "::/0").flatMap(all -> of(name, all));
    }
    Matcher form = FORM.matcher(text);
    try {
      if (form.matches()) {
        InetAddress address = InetAddress.getByName(form.group(1));
        int most = address.getAddress().length * Byte.SIZE;
        int bits = form.group(2) == null ? most : Integer.parseInt(form.group(2));
        if (bits <= most) {
          return Stream.of(new Network(address, bits));
        }
      }
    } catch (UnknownHostException noAddress) {
      // Told below.
    }
    throw new InvalidSetting(
        name, text, "a list of addresses such as 10.0.0.5 or networks such as 10.0.0.0/8, or *");
  }

  /** An address as people know it (RFC 5952, section 4.2). */
  public static String written(InetAddress address) {
    return address.getHostAddress().replaceFirst("(^|:)(0(:|$)){2,}", "::").replaceFirst("%.*", "");
  }

  /**
   * What one client is counted by wherever an address has a limit: an IPv4 address, or the 64 first
   * bits of an IPv6 address, since everybody has as many addresses with the same ones as one likes
   * (RFC 8981).
   */
  public static Network ofClient(InetAddress address) {
    return first(ONE_CLIENT, address);
  }

  /**
   * What the client of this network may have besides it: the 48 first bits of an IPv6 address,
   * since a house has 256 networks, and a company more; of IPv4 the same network.
   */
  public Network site() {
    return bits <= ONE_SITE ? this : first(ONE_SITE, address);
  }

  /** Of IPv4 all of it. */
  private static Network first(int wanted, InetAddress address) {
    byte[] bytes = address.getAddress();
    int most = bytes.length * Byte.SIZE;
    if (most <= wanted) {
      return new Network(address, most);
    }
    Arrays.fill(bytes, wanted / Byte.SIZE, bytes.length, (byte) 0);
    try {
      return new Network(InetAddress.getByAddress(bytes), wanted);
    } catch (UnknownHostException impossible) {
      throw new IllegalStateException("An address has as many bytes as another", impossible);
    }
  }

  /** Whether an address is in it. */
  public boolean contains(InetAddress other) {
    byte[] mine = address.getAddress();
    byte[] theirs = other.getAddress();
    if (mine.length != theirs.length) {
      return false;
    }
    for (int bit = 0; bit < bits; bit++) {
      int mask = 0x80 >> (bit % Byte.SIZE);
      if ((mine[bit / Byte.SIZE] & mask) != (theirs[bit / Byte.SIZE] & mask)) {
        return false;
      }
    }
    return true;
  }
}
