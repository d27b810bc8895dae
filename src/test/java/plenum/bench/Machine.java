package plenum.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** What the figures were measured on, and what else it did meanwhile. */
final class Machine {

  private static final Path CPUS = Path.of("/proc/cpuinfo");
  private static final Path STAT = Path.of("/proc/stat");
  private static final long NANOS_OF_A_TICK = 10_000_000; // USER_HZ is 100 on every Linux.

  private Machine() {}

  /** One line for a document. */
  static String description() throws IOException {
    return "%d cores of %s, %s, %s %s"
        .formatted(
            Runtime.getRuntime().availableProcessors(),
            processor(),
            System.getProperty("os.name") + " " + System.getProperty("os.version"),
            System.getProperty("java.vm.name"),
            System.getProperty("java.vm.version"));
  }

  /** CPU time of this process, in nanoseconds. */
  static long ownCpuNanos() {
    return ProcessHandle.current().info().totalCpuDuration().orElseThrow().toNanos();
  }

  /** CPU time of everybody on this machine, in nanoseconds; 0 where it cannot be told. */
  static long allCpuNanos() throws IOException {
    if (!Files.isReadable(STAT)) {
      return 0;
    }
    try (Stream<String> lines = Files.lines(STAT)) {
      // cpu user nice system idle iowait irq softirq steal: proc(5).
      String[] ticks = lines.findFirst().orElseThrow().trim().split("\\s+");
      return Stream.of(1, 2, 3, 6, 7, 8).mapToLong(i -> Long.parseLong(ticks[i])).sum()
          * NANOS_OF_A_TICK;
    }
  }

  private static String processor() throws IOException {
    if (!Files.isReadable(CPUS)) {
      return System.getProperty("os.arch");
    }
    try (Stream<String> lines = Files.lines(CPUS)) {
      return lines
          .filter(line -> line.startsWith("model name"))
          .map(line -> line.substring(line.indexOf(':') + 1).trim())
          .findFirst()
          .orElse(System.getProperty("os.arch"));
    }
  }
}
