package plenum.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import plenum.bench.replay.Recording;
import plenum.testing.FreePorts;
import plenum.testing.PayaraOptions;

/**
 * How long {@code plenum.jar} takes to start, in turns with a bare Payara Micro of the same version
 * that has no application, on each Java that is named; and the memory of the idle server, and in a
 * meeting of ten without browsers.
 */
final class JarBenchmark {

  private static final int STARTS = Integer.getInteger("plenum.bench.starts", 7);
  private static final Duration REST = Duration.ofSeconds(30);
  private static final Duration PATIENCE = Duration.ofMinutes(5);
  private static final Duration MEETING = Duration.ofSeconds(60);
  private static final RoomScenario TEN = new RoomScenario(10, 10);

  /** Of a tile where ten are on a page. */
  private static final int LINES = 180;

  private static final Path JAR = Path.of("target", "plenum.jar");

  /** One that is started in turns with others. */
  private record Kind(List<String> words, StartRun.Started started) {}

  private final Path java;

  private JarBenchmark(Path java) {
    this.java = java;
  }

  /** On the Java of {@code bench.java}, several separated by commas, or on this one. */
  static void run() throws IOException, InterruptedException {
    String given = System.getProperty("bench.java", "");
    String homes = given.isBlank() ? System.getProperty("java.home") : given;
    for (String home : homes.split(",")) {
      new JarBenchmark(Path.of(home.strip(), "bin", "java")).compare();
    }
  }

  private void compare() throws IOException, InterruptedException {
    Map<String, Kind> kinds = kinds();
    Map<String, List<StartRun>> runs = new LinkedHashMap<>();
    for (int turn = 0; turn < STARTS; turn++) {
      MachineLoad.awaitQuiet();
      for (Map.Entry<String, Kind> kind : kinds.entrySet()) {
        try (StartRun run = start(kind.getValue())) {
          runs.computeIfAbsent(kind.getKey(), name -> new ArrayList<>()).add(run);
        }
      }
    }
    System.out.printf(Locale.ROOT, "%s, load average %.1f%n", java, MachineLoad.now());
    runs.forEach(JarBenchmark::report);
    for (Map.Entry<String, Kind> kind : kinds.entrySet()) {
      if (kind.getKey().startsWith("plenum.jar")) {
        memory(kind.getKey(), kind.getValue());
      }
    }
  }

  private Map<String, Kind> kinds() throws IOException, InterruptedException {
    String micro = PayaraOptions.jar(Path.of("target"), feature()).toString();
    Map<String, Kind> kinds = new LinkedHashMap<>();
    kinds.put("bare", new Kind(List.of("-jar", micro), StartRun::answersAnything));
    kinds.put(
        "bare, no data grid",
        new Kind(List.of("-jar", micro, "--nocluster"), StartRun::answersAnything));
    kinds.put("plenum.jar", prepared(JAR));
    String before = System.getProperty("bench.before", "");
    if (!before.isBlank()) {
      kinds.put("plenum.jar before", prepared(Path.of(before)));
    }
    return kinds;
  }

  /** Which Java it is, as the file that each has says: JAVA_VERSION="17.0.15". */
  private int feature() throws IOException {
    try (Stream<String> lines = Files.lines(java.getParent().resolveSibling("release"))) {
      return lines
          .filter(line -> line.startsWith("JAVA_VERSION="))
          .map(line -> Integer.valueOf(line.split("[\".]")[1]))
          .findFirst()
          .orElseThrow();
    }
  }

  /** As it is from the second start on: unpacked, with its archive. */
  private Kind prepared(Path jar) throws IOException, InterruptedException {
    Path bench = Files.createDirectories(MeasuredServer.target("").toAbsolutePath());
    Path data = Files.createTempDirectory(bench, "start-");
    Kind kind =
        new Kind(List.of("-jar", jar.toString(), "--data", data.toString()), StartRun::isReady);
    try (StartRun first = start(kind)) {
      System.out.printf(Locale.ROOT, "%s, first start: %.1f s%n", jar, first.seconds());
      awaitArchive(data.resolve("cache"));
    }
    return kind;
  }

  /** The server makes its archive of classes in the background; gives up after some minutes. */
  static void awaitArchive(Path cache) throws IOException, InterruptedException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!hasArchive(cache) && System.nanoTime() < end) {
      Thread.sleep(500);
    }
  }

  private static boolean hasArchive(Path cache) throws IOException {
    try (Stream<Path> files = Files.walk(cache, 2)) {
      return files.anyMatch(file -> file.toString().matches(".*\\.(jsa|aot)"));
    }
  }

  private StartRun start(Kind kind) throws IOException, InterruptedException {
    int port = FreePorts.tcp();
    List<String> command = new ArrayList<>();
    command.add(java.toString());
    command.addAll(kind.words());
    command.addAll(List.of("--port", Integer.toString(port)));
    return StartRun.of(command, port, FreePorts.udp(), kind.started());
  }

  private static void report(String name, List<StartRun> runs) {
    double[] seconds = runs.stream().mapToDouble(StartRun::seconds).sorted().toArray();
    double[] cpu = runs.stream().mapToDouble(StartRun::cpuSeconds).sorted().toArray();
    System.out.printf(
        Locale.ROOT,
        "%-20s median %.2f s (%.2f to %.2f), CPU %.1f s%n",
        name,
        seconds[seconds.length / 2],
        seconds[0],
        seconds[seconds.length - 1],
        cpu[cpu.length / 2]);
  }

  private void memory(String name, Kind kind) throws IOException, InterruptedException {
    Path folder = Files.createDirectories(MeasuredServer.target("recordings"));
    Recording recording = Recording.in(folder, "VP8");
    try (StartRun run = start(kind)) {
      Thread.sleep(REST.toMillis());
      System.out.println(name + ", idle for 30 s: " + run.residentMegabytes() + " MB");
      try (RoomCrowd crowd = RoomCrowd.in(run.origin(), TEN, "Ten", recording, true)) {
        crowd.watch(TEN.people(), true).show(LINES, LINES);
        Thread.sleep(MEETING.toMillis());
        System.out.printf(
            Locale.ROOT,
            "%s, ten people for 60 s: %s MB; %.1f MB came to them; load average %.1f%n",
            name,
            run.residentMegabytes(),
            crowd.bytes() / 1e6,
            MachineLoad.now());
      }
    }
  }
}
