package plenum.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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
  private static final Duration SETTLED = Duration.ofSeconds(15);
  private static final int ROUNDS = Integer.getInteger("plenum.bench.rounds", 2);
  private static final int VIEWERS = Integer.getInteger("plenum.bench.viewers", 25);

  /** Of a tile where 25 are on a page of 1680 by 1050 points. */
  private static final int TILE = 161;

  private static final int LARGE = 720;
  private static final RoomScenario ROOM = new RoomScenario(VIEWERS, VIEWERS);
  private static final RoomScenario HUNDRED = new RoomScenario(4 * VIEWERS, VIEWERS);

  /** How somebody receives, and what. */
  private record Way(String name, RoomSite site, RoomScenario room, boolean together, int first) {}

  private record Figures(double cores, double packets, double kilobits, double lost) {}

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
      ways.add(new Way("before, each stream by itself", sites.get(0), ROOM, false, TILE));
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
      long used = way.site().cpuNanos();
      long began = System.nanoTime();
      Thread.sleep(MEASURED.toMillis());
      double seconds = (System.nanoTime() - began) / 1e9;
      double cores = (way.site().cpuNanos() - used) / 1e9 / seconds;
      Received came = watchers.soFar().since(before);
      Figures seen =
          new Figures(
              cores,
              came.packets() / seconds,
              came.bytes() * 8 / 1e3 / seconds / VIEWERS,
              came.soundsLost());
      System.out.printf(
          Locale.ROOT,
          "%s, %d connections: %.2f cores, %.0f packets/s, %.0f kbit/s to each; %.0f packets of"
              + " sound lost; load average %.1f%n",
          way.name(),
          watchers.connections(),
          seen.cores(),
          seen.packets(),
          seen.kilobits(),
          seen.lost(),
          MachineLoad.now());
      return seen;
    }
  }

  private void print() {
    System.out.println("\n| build | server, cores | to the first | packets/s | Mbit/s to each |");
    System.out.println("|---".repeat(5) + "|");
    for (int i = 0; i < ways.size(); i++) {
      System.out.printf(
          Locale.ROOT,
          "| %s | %.2f | %.2f | %.0f | %.2f |%n",
          ways.get(i).name(),
          mean(i, Figures::cores),
          mean(i, Figures::cores) / mean(0, Figures::cores),
          mean(i, Figures::packets),
          mean(i, Figures::kilobits) / 1e3);
    }
  }

  private double mean(int way, ToDoubleFunction<Figures> figure) {
    return figures.get(way).stream().mapToDouble(figure).average().orElse(Double.NaN);
  }
}
