package plenum.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import plenum.bench.replay.Received;
import plenum.bench.replay.Recording;

/**
 * What a room costs the server where 25 people with cameras receive each other, none of whom has a
 * browser: they tell what came as browsers do. The present build in turns with the one that {@code
 * bench.before} names; then with one picture large, and with 75 more people who have open
 * microphones.
 */
public final class CrowdedRoomBenchmark {

  private static final Duration MEASURED =
      Duration.ofSeconds(Integer.getInteger("plenum.bench.seconds", 20));

  /** Until the JVM has compiled what is done again and again. */
  private static final Duration SETTLED =
      Duration.ofSeconds(Integer.getInteger("plenum.bench.settled", 60));

  private static final int ROUNDS = Integer.getInteger("plenum.bench.rounds", 2);
  private static final int VIEWERS = Integer.getInteger("plenum.bench.viewers", 25);

  /** Whether the build before, too, sends everybody all by one connection. */
  private static final boolean TOGETHER = Boolean.getBoolean("plenum.bench.together");

  /** Of a tile where 25 are on a page of 1680 by 1050 points. */
  private static final int TILE = 161;

  private static final int LARGE = 720;
  private static final RoomScenario ROOM = new RoomScenario(VIEWERS, VIEWERS);
  private static final RoomScenario HUNDRED = new RoomScenario(4 * VIEWERS, VIEWERS);

  /** How somebody receives, and what. */
  private record Way(String name, RoomSite site, RoomScenario room, boolean together, int first) {}

  /**
   * @param cores of the whole server
   * @param compiled without what the JVM's compilers still used
   * @param media of the media loops alone
   */
  private record Figures(
      double cores, double compiled, double media, double packets, double kilobits, double lost) {}

  private final Recording recording;
  private final List<Way> ways = new ArrayList<>();
  private final List<List<Figures>> figures = new ArrayList<>();
  private int rooms;

  private CrowdedRoomBenchmark(Recording recording) {
    this.recording = recording;
  }

  /** Measures, and prints a table. */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    Path folder = Files.createDirectories(MeasuredServer.target("recordings"));
    CrowdedRoomBenchmark benchmark = new CrowdedRoomBenchmark(Recording.in(folder, "VP8"));
    String before = System.getProperty("bench.before", "");
    MachineLoad.awaitQuiet();
    System.out.println(Machine.description());
    List<RoomSite> sites = new ArrayList<>();
    try {
      sites.add(RoomSite.engine("now", MeasuredServer.plenum()));
      if (before.isBlank()) {
        System.out.println("Skipped: the build before, because -Dbench.before names no WAR.");
      } else {
        sites.add(0, RoomSite.engine("before", Path.of(before)));
      }
      benchmark.run(sites);
    } finally {
      sites.forEach(RoomSite::close);
    }
  }

  private void run(List<RoomSite> sites) throws IOException, InterruptedException {
    RoomSite now = sites.get(sites.size() - 1);
    if (sites.size() > 1) {
      ways.add(
          TOGETHER
              ? new Way("before", sites.get(0), ROOM, true, TILE)
              : new Way("before, each stream by itself", sites.get(0), ROOM, false, TILE));
    }
    ways.add(new Way("now", now, ROOM, true, TILE));
    ways.add(new Way("now, one picture large", now, ROOM, true, LARGE));
    ways.add(new Way("now, 75 more who talk or not", now, HUNDRED, true, TILE));
    ways.forEach(way -> figures.add(new ArrayList<>()));
    for (int round = 0; round < ROUNDS; round++) {
      for (int i = 0; i < ways.size(); i++) {
        MachineLoad.awaitQuiet();
        figures.get(i).add(measure(ways.get(i)));
      }
    }
    print();
  }

  private Figures measure(Way way) throws IOException, InterruptedException {
    String name = "Crowd " + ++rooms;
    try (RoomCrowd crowd =
        RoomCrowd.in(way.site().server().origin(), way.room(), name, recording, true)) {
      RoomWatchers watchers = crowd.watch(VIEWERS, way.together());
      watchers.show(way.first(), TILE);
      Thread.sleep(SETTLED.toMillis());
      Received before = watchers.soFar();
      Map<String, Long> used = way.site().server().measured().threads();
      long began = System.nanoTime();
      Thread.sleep(MEASURED.toMillis());
      double seconds = (System.nanoTime() - began) / 1e9;
      Map<String, Long> threads = way.site().server().measured().threadsSince(used);
      double all = threads.values().stream().mapToLong(Long::longValue).sum();
      Received came = watchers.soFar().since(before);
      Figures seen =
          new Figures(
              all / 1e3 / seconds,
              (all - MeasuredProcess.compiling(threads)) / 1e3 / seconds,
              media(threads) / 1e3 / seconds,
              came.packets() / seconds,
              came.bytes() * 8 / 1e3 / seconds / VIEWERS,
              came.soundsLost());
      System.out.printf(
          Locale.ROOT,
          "%s, %d connections: %.2f cores (%.2f without compilers, %.3f media), %.0f packets/s, %.0f"
              + " kbit/s to each; %.0f packets of sound lost; load average %.1f%n",
          way.name(),
          watchers.connections(),
          seen.cores(),
          seen.compiled(),
          seen.media(),
          seen.packets(),
          seen.kilobits(),
          seen.lost(),
          MachineLoad.now());
      return seen;
    }
  }

  private void print() {
    System.out.println(
        "\n| build | server, cores | to the first | without compilers | to the first | media loops |"
            + " packets/s | Mbit/s to each |");
    System.out.println("|---".repeat(8) + "|");
    for (int i = 0; i < ways.size(); i++) {
      System.out.printf(
          Locale.ROOT,
          "| %s | %.2f | %.2f | %.2f | %.2f | %.3f | %.0f | %.2f |%n",
          ways.get(i).name(),
          mean(i, Figures::cores),
          mean(i, Figures::cores) / mean(0, Figures::cores),
          mean(i, Figures::compiled),
          mean(i, Figures::compiled) / mean(0, Figures::compiled),
          mean(i, Figures::media),
          mean(i, Figures::packets),
          mean(i, Figures::kilobits) / 1e3);
    }
  }

  private static double media(Map<String, Long> threads) {
    return threads.entrySet().stream()
        .filter(thread -> thread.getKey().startsWith("plenum-media"))
        .mapToLong(Map.Entry::getValue)
        .sum();
  }

  private double mean(int way, ToDoubleFunction<Figures> figure) {
    return figures.get(way).stream().mapToDouble(figure).average().orElse(Double.NaN);
  }
}
