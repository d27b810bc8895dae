package plenum.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What Linux dropped because the receive buffer of a UDP socket was full: the last column of {@code
 * /proc/net/udp}, which says nothing about why an application did not read.
 */
final class KernelDrops {

  private static final List<Path> TABLES =
      List.of(Path.of("/proc/net/udp"), Path.of("/proc/net/udp6"));
  private static final int LOCAL_ADDRESS = 1;
  private static final int HEX = 16;

  private KernelDrops() {}

  /** Datagrams dropped so far by this machine's sockets at these ports. */
  static long at(Set<Integer> ports) throws IOException {
    long sum = 0;
    for (Path table : TABLES) {
      if (Files.exists(table)) {
        try (Stream<String> lines = Files.lines(table)) {
          sum += sum(lines, ports);
        }
      }
    }
    return sum;
  }

  static long sum(Stream<String> table, Set<Integer> ports) {
    return table
        .skip(1)
        .map(line -> line.trim().split("\\s+"))
        .filter(columns -> ports.contains(port(columns[LOCAL_ADDRESS])))
        .mapToLong(columns -> Long.parseLong(columns[columns.length - 1]))
        .sum();
  }

  private static int port(String address) {
    return Integer.parseInt(address.substring(address.indexOf(':') + 1), HEX);
  }
}
