package plenum.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import plenum.bench.replay.Recording;
import plenum.testing.RealSrs;

/**
 * Rooms of 1 to 100 people and one more, who has a real browser: what arrives there, what it costs,
 * and how soon. The present build in turns with the one that {@code bench.before} names, and both
 * with SRS where {@code srs.binary} names one.
 */
public final class RoomBenchmark {

  private static final Duration MEASURED =
      Duration.ofSeconds(Integer.getInteger("plenum.bench.seconds", 30));
  private static final int JOINS = Integer.getInteger("plenum.bench.joins", 3);
  private static final String CODEC = System.getProperty("bench.codec", "VP8");

  private final List<RoomSite> sites;
  private final Recording recording;
  private final RoomReport report = new RoomReport();

  private RoomBenchmark(List<RoomSite> sites, Recording recording) {
    this.sites = sites;
    this.recording = recording;
  }

  /** Measures, and prints a table. */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    Path folder = Files.createDirectories(MeasuredServer.target("recordings"));
    Recording recording = Recording.in(folder, CODEC);
    MachineLoad.awaitQuiet();
    System.out.println(Machine.description());
    System.out.println("Recorded in " + folder + ": " + recording.description());
    List<RoomSite> sites = new ArrayList<>();
    try {
      start(sites);
      new RoomBenchmark(sites, recording).run();
    } finally {
      sites.forEach(RoomSite::close);
    }
  }

  private static void start(List<RoomSite> sites) throws IOException, InterruptedException {
    Path now = MeasuredServer.plenum();
    Optional<Path> before =
        Optional.of(System.getProperty("bench.before", ""))
            .filter(given -> !given.isBlank())
            .map(Path::of);
    if (before.isEmpty()) {
      System.out.println("Skipped: the build before, because -Dbench.before names no WAR.");
    } else {
      sites.add(RoomSite.engine("before", before.get()));
    }
    sites.add(RoomSite.engine("now", now));
    if (!RealSrs.isGiven()) {
      System.out.println("Skipped: the same with SRS, because -Dsrs.binary names none.");
      return;
    }
    if (before.isPresent()) {
      sites.add(RoomSite.srs("before with SRS", before.get()));
    }
    sites.add(RoomSite.srs("now with SRS", now));
  }

  private void run() throws IOException, InterruptedException {
    try {
      for (RoomScenario scenario : RoomScenario.wanted()) {
        for (RoomSite site : sites) {
          MachineLoad.awaitQuiet();
          measure(site, scenario);
        }
      }
    } finally {
      report.print();
    }
  }

  private void measure(RoomSite site, RoomScenario scenario)
      throws IOException, InterruptedException {
    try (RoomCrowd crowd =
            RoomCrowd.in(
                site.server().origin(), scenario, scenario.toString(), recording, site.layers());
        RoomViewer viewer =
            new RoomViewer(
                new BenchBrowser(),
                site.server().origin().resolve("/room?id=" + crowd.room()),
                "Viewer of " + scenario)) {
      List<RoomViewer.Coming> comings = new ArrayList<>();
      for (int join = 0; join < JOINS; join++) {
        comings.add(viewer.come());
      }
      comings.sort(Comparator.comparingDouble(RoomViewer.Coming::all));
      report.add(scenario, site, comings.get(JOINS / 2), viewer.look(MEASURED, site));
      System.out.printf(
          Locale.ROOT,
          "%s, %s: %d pictures to be seen; done at a load average of %.1f; %s%n",
          scenario,
          site.name(),
          viewer.pictures(),
          MachineLoad.now(),
          viewer.version());
    }
  }
}
