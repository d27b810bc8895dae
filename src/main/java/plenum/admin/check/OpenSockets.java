package plenum.admin.check;

import java.io.IOException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The TCP connections that this process has opened, as Linux tells them in {@code /proc} (proc(5)).
 *
 * @param proc the folder of this process there
 */
record OpenSockets(Path proc) {

  private static final String ESTABLISHED = "01";
  private static final String LISTENING = "0A";

  /** One line of a table of connections. */
  private record Line(String state, String local, String remote, String inode) {

    static Line of(String text) {
      String[] words = text.strip().split("\\s+");
      return new Line(words[3], words[1], words[2], words[9]);
    }

    String localPort() {
      return local.substring(local.indexOf(':') + 1);
    }

    InetAddress remoteAddress() {
      return address(remote.substring(0, remote.indexOf(':')));
    }
  }

  static OpenSockets current() {
    return new OpenSockets(Path.of("/proc/self"));
  }

  /**
   * The addresses outside of all private networks to which this process has opened connections;
   * empty where the system does not tell.
   */
  Optional<Collection<String>> outside() {
    try {
      Set<String> own = inodes();
      List<Line> lines = new ArrayList<>(lines("tcp"));
      lines.addAll(lines("tcp6"));
      Set<String> listening =
          lines.stream()
              .filter(line -> line.state().equals(LISTENING))
              .map(Line::localPort)
              .collect(Collectors.toSet());
      Set<String> outside = new TreeSet<>();
      for (Line line : lines) {
        boolean opened =
            line.state().equals(ESTABLISHED)
                && own.contains(line.inode())
                && !listening.contains(line.localPort());
        if (opened && !isInside(line.remoteAddress())) {
          outside.add(line.remoteAddress().getHostAddress());
        }
      }
      return Optional.of(outside);
    } catch (IOException | RuntimeException untold) {
      return Optional.empty();
    }
  }

  private List<Line> lines(String table) throws IOException {
    Path file = proc.resolve("net").resolve(table);
    return Files.exists(file)
        ? Files.readAllLines(file).stream().skip(1).map(Line::of).toList()
        : List.of();
  }

  /** Those of the sockets that this process has open. */
  private Set<String> inodes() throws IOException {
    Set<String> inodes = new HashSet<>();
    try (Stream<Path> files = Files.list(proc.resolve("fd"))) {
      for (Path file : files.toList()) {
        String target = target(file);
        if (target.startsWith("socket:[")) {
          inodes.add(target.substring("socket:[".length(), target.length() - 1));
        }
      }
    }
    return inodes;
  }

  /** It may be closed meanwhile. */
  private static String target(Path file) {
    try {
      return Files.readSymbolicLink(file).toString();
    } catch (IOException closed) {
      return "";
    }
  }

  /** Words of four bytes, each with the last one first. */
  static InetAddress address(String hex) {
    byte[] bytes = new byte[hex.length() / 2];
    for (int i = 0; i < bytes.length; i++) {
      int from = i / 4 * 4 + 3 - i % 4;
      bytes[i] = (byte) Integer.parseInt(hex.substring(2 * from, 2 * from + 2), 16);
    }
    try {
      return InetAddress.getByAddress(bytes);
    } catch (UnknownHostException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** Loopback, link-local, private (RFC 1918, RFC 4193), and shared addresses (RFC 6598). */
  static boolean isInside(InetAddress address) {
    byte[] bytes = address.getAddress();
    boolean unique = address instanceof Inet6Address && (bytes[0] & 0xfe) == 0xfc;
    boolean shared = bytes.length == 4 && bytes[0] == 100 && (bytes[1] & 0xc0) == 64;
    return address.isLoopbackAddress()
        || address.isLinkLocalAddress()
        || address.isSiteLocalAddress()
        || unique
        || shared;
  }
}
