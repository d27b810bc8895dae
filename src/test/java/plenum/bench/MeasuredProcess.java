package plenum.bench;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What Linux tells about another process in {@code /proc}; see proc(5). */
record MeasuredProcess(long pid) {

  private static final long NANOS_OF_A_TICK = 10_000_000; // USER_HZ is 100 on every Linux.
  private static final int USER_TIME = 11;
  private static final int SYSTEM_TIME = 12;

  /** CPU time used so far, in nanoseconds, to within 10 ms. */
  long cpuNanos() throws IOException {
    return cpuNanos(folder().resolve("stat"));
  }

  /** Memory that it has from the system, in MB. */
  long residentMegabytes() throws IOException {
    try (Stream<String> lines = Files.lines(folder().resolve("status"))) {
      return lines
              .filter(line -> line.startsWith("VmRSS:"))
              .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
              .sum()
          / 1024;
    }
  }

  /**
   * The same, with its part of what it shares with others: parts of several can be added up; 0 when
   * it has just ended.
   */
  double proportionalMegabytes() throws IOException {
    try (Stream<String> lines = Files.lines(folder().resolve("smaps_rollup"))) {
      return lines
              .filter(line -> line.startsWith("Pss:"))
              .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
              .sum()
          / 1024.0;
    } catch (FileSystemException ended) {
      return 0;
    }
  }

  /** CPU time of its threads so far, in nanoseconds, by name; threads of one name together. */
  Map<String, Long> threads() throws IOException {
    Map<String, Long> found = new TreeMap<>();
    try (Stream<Path> tasks = Files.list(folder().resolve("task"))) {
      for (Path task : tasks.toList()) {
        String name = Files.readString(task.resolve("comm")).strip();
        found.merge(name, cpuNanos(task.resolve("stat")), Long::sum);
      }
    }
    return found;
  }

  /** What its threads used since, the busiest first, in milliseconds. */
  Map<String, Long> threadsSince(Map<String, Long> before) throws IOException {
    Map<String, Long> busiest = new LinkedHashMap<>();
    threads().entrySet().stream()
        .map(e -> Map.entry(e.getKey(), e.getValue() - before.getOrDefault(e.getKey(), 0L)))
        .filter(e -> e.getValue() > 0)
        .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
        .forEach(e -> busiest.put(e.getKey(), e.getValue() / 1_000_000));
    return busiest;
  }

  /** What a JVM's compilers used of that, by the names of their threads. */
  static long compiling(Map<String, Long> threads) {
    return threads.entrySet().stream()
        .filter(thread -> thread.getKey().matches("C[12] Compil.*"))
        .mapToLong(Map.Entry::getValue)
        .sum();
  }

  private Path folder() {
    return Path.of("/proc", Long.toString(pid));
  }

  /** The name, the second field, is in parentheses and may contain spaces. */
  private static long cpuNanos(Path stat) throws IOException {
    String line = Files.readString(stat);
    String[] fields = line.substring(line.lastIndexOf(')') + 2).split(" ");
    return (Long.parseLong(fields[USER_TIME]) + Long.parseLong(fields[SYSTEM_TIME]))
        * NANOS_OF_A_TICK;
  }
}
