package plenum.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import plenum.bench.ForwardingRun.Figures;
import plenum.bench.ForwardingRun.Load;

/**
 * What forwarding costs a media server: CPU time of its process alone for 1,000 forwarded packets,
 * its memory, and packets lost. Peers run in this process, each server in one of its own, and the
 * servers take turns. {@code srs.binary} names an SRS to compare with.
 */
public final class ForwardingBenchmark {

  private static final List<Load> LOADS =
      List.of(new Load(1, 2), new Load(1, 20), new Load(1, 50), new Load(1, 100), new Load(10, 4));
  private static final int ROUNDS = Integer.getInteger("plenum.bench.rounds", 2);
  private static final String HEAD =
      """
      | load | server | CPU-ms per 1,000 packets (each run) | of SRS's | without JIT | packets | lost | kernel, before the server | server received | server sent | server dropped | kernel, before the players | RSS MB | load average |
      |---|---|---|---|---|---|---|---|---|---|---|---|---|---|""";
  private static final String SRS = "SRS";
  private static final String LOOPS = "-Dplenum.bench.loops=";

  /** Which of the servers take part, as a regular expression. */
  private static final String SERVERS = System.getProperty("plenum.bench.servers", ".*");

  private static final boolean THREADS = Boolean.getBoolean("plenum.bench.threads");

  private ForwardingBenchmark() {}

  /**
   * Measures.
   *
   * @param loads such as {@code 1x50}; none for the usual ones
   */
  public static void main(String[] loads) throws IOException, InterruptedException {
    Map<String, MediaServer.Kind> servers = servers();
    List<Load> wanted =
        loads.length == 0 ? LOADS : Arrays.stream(loads).map(ForwardingBenchmark::parse).toList();
    System.out.println(HEAD);
    for (Load load : wanted) {
      Map<String, List<Figures>> runs = measure(load, servers);
      double srs = runs.containsKey(SRS) ? mean(runs.get(SRS)) : Double.NaN;
      runs.forEach((name, figures) -> print(load, name, figures, srs));
    }
  }

  private static Load parse(String text) {
    String[] numbers = text.split("x");
    return new Load(Integer.parseInt(numbers[0]), Integer.parseInt(numbers[1]));
  }

  private static Map<String, MediaServer.Kind> servers() throws IOException {
    Map<String, MediaServer.Kind> servers = new LinkedHashMap<>();
    servers.put("engine", () -> PlenumEngine.start(List.of()));
    Optional<Path> srs =
        Optional.ofNullable(System.getProperty("srs.binary"))
            .filter(path -> !path.isBlank())
            .map(Path::of);
    if (srs.isPresent()) {
      System.out.println("SRS " + SrsServer.version(srs.get()));
      servers.put(SRS, () -> SrsServer.start(srs.get()));
    } else {
      System.out.println("Without SRS: -Dsrs.binary=PATH names one to compare with.");
    }
    servers.put("engine on two loops", () -> PlenumEngine.start(List.of(LOOPS + "2")));
    servers.put(
        "engine without UDP segmentation offload",
        () -> PlenumEngine.start(List.of("-Dplenum.engine.segmentation=false")));
    servers.put(
        "engine on plain NIO",
        () -> PlenumEngine.start(List.of("-Dio.netty.transport.noNative=true")));
    servers.keySet().removeIf(name -> !name.matches(SERVERS));
    return servers;
  }

  private static Map<String, List<Figures>> measure(
      Load load, Map<String, MediaServer.Kind> servers) throws IOException, InterruptedException {
    Map<String, List<Figures>> runs = new LinkedHashMap<>();
    for (int round = 0; round < ROUNDS; round++) {
      for (var server : servers.entrySet()) {
        MachineLoad.awaitQuiet();
        Figures figures = ForwardingRun.of(server.getValue(), load);
        runs.computeIfAbsent(server.getKey(), name -> new ArrayList<>()).add(figures);
        if (THREADS) {
          System.out.println("  " + server.getKey() + ": " + figures.threads());
        }
      }
    }
    return runs;
  }

  private static double mean(List<Figures> runs) {
    return runs.stream().mapToDouble(Figures::perThousand).average().orElseThrow();
  }

  private static void print(Load load, String server, List<Figures> runs, double srs) {
    System.out.printf(
        Locale.ROOT,
        "| %s | %s | %.1f (%s) | %.0f %% | %.1f | %d | %s | %d | %s |%n",
        load,
        server,
        mean(runs),
        each(runs, "%.1f", Figures::perThousand),
        100 * mean(runs) / srs,
        runs.stream().mapToDouble(Figures::compiledPerThousand).average().orElseThrow(),
        runs.stream().mapToLong(Figures::forwarded).sum(),
        Losses.columns(runs.stream().map(Figures::losses).toList()),
        runs.stream().mapToLong(Figures::resident).max().orElseThrow(),
        each(runs, "%.1f", Figures::load));
  }

  private static String each(List<Figures> runs, String format, Function<Figures, Double> figure) {
    return runs.stream()
        .map(run -> String.format(Locale.ROOT, format, figure.apply(run)))
        .collect(Collectors.joining(", "));
  }
}
