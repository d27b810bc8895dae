package plenum.bench;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import plenum.bench.replay.Recording;
import plenum.testing.FirewalledNetwork;
import plenum.testing.PlenumServer;
import plenum.testing.PoorLink;

/**
 * A room of six, of whom one has a real browser behind a narrow link: what disturbs the pictures
 * and sounds there, how long packets wait, and how soon another rate of the link is followed. Needs
 * root, for a network namespace.
 */
public final class RoomLinkBenchmark {

  private static final Duration MEASURED =
      Duration.ofSeconds(Integer.getInteger("plenum.bench.seconds", 60));
  private static final Duration SETTLED = Duration.ofSeconds(15);
  private static final Duration WATCHED = Duration.ofSeconds(30);
  private static final Duration PAUSE = Duration.ofMillis(100);
  private static final RoomScenario ROOM = new RoomScenario(5, 5);
  private static final int LONG_DELAY = 150;
  private static final Duration ONE_WAY = Duration.ofMillis(50);
  private static final double LOSS = 0.02;
  private static final int NARROW = 1000;
  private static final int WIDE = 5000;
  private static final int NARROWER = 600;

  private final FirewalledNetwork network;
  private final PlenumServer server;
  private final Recording recording;

  private RoomLinkBenchmark(FirewalledNetwork network, PlenumServer server, Recording recording) {
    this.network = network;
    this.server = server;
    this.recording = recording;
  }

  /** Measures, and prints what was seen. */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    Optional<String> missing = FirewalledNetwork.missing().or(PoorLink::missing);
    if (missing.isPresent()) {
      System.out.println("Skipped: room-link. " + missing.get());
      return;
    }
    Recording recording =
        Recording.in(Files.createDirectories(MeasuredServer.target("recordings")), "VP8");
    MachineLoad.awaitQuiet();
    System.out.println(Machine.description());
    try (FirewalledNetwork network = FirewalledNetwork.open()) {
      PlenumServer server =
          PlenumServer.start(
              Map.of(
                  "plenum.media.candidates",
                  network.server(),
                  "plenum.media.max-sessions-per-address",
                  "1000"));
      try {
        RoomLinkBenchmark benchmark = new RoomLinkBenchmark(network, server, recording);
        benchmark.poor();
        benchmark.changing();
      } finally {
        server.stop();
      }
    }
  }

  private RoomCrowd crowd(String name) throws IOException, InterruptedException {
    return RoomCrowd.in(server.url("/"), ROOM, name, recording, true);
  }

  private RoomViewer viewer(RoomCrowd crowd, String name) {
    URI room = network.site(server).resolve("/room?id=" + crowd.room());
    return new RoomViewer(new BenchBrowser(network, server), room, name);
  }

  private void poor() throws IOException, InterruptedException {
    try (PoorLink link = network.poorly(ONE_WAY, LOSS, 1);
        RoomCrowd crowd = crowd("a poor link");
        RoomViewer viewer = viewer(crowd, "Ada")) {
      network.limit(link, NARROW + "kbit");
      viewer.come();
      Thread.sleep(SETTLED.toMillis());
      viewer.evaluate("void plenumMeasure()");
      QueueDelays delays = watch(MEASURED, () -> network.waiting(link), NARROW);
      Map<?, ?> told = (Map<?, ?>) viewer.evaluate("plenumGaps()");
      List<Arrival> all =
          ((List<?>) told.get("streams"))
              .stream().map(one -> Arrival.of((Map<?, ?>) one)).filter(Arrival::isUsed).toList();
      System.out.printf(
          Locale.ROOT,
          "%n1 Mbit/s, 100 ms, 2 %% loss for %d s: packets wait %.0f ms (half), %.0f ms (95 %%);"
              + " the page itself was late by %s ms at most; load average %.1f%n",
          MEASURED.toSeconds(),
          delays.percentile(0.5),
          delays.percentile(0.95),
          told.get("late"),
          MachineLoad.now());
      Arrival.print(all);
    }
  }

  private QueueDelays watch(Duration time, LongSupplier waiting, int kilobits)
      throws InterruptedException {
    QueueDelays delays = new QueueDelays();
    long began = System.nanoTime();
    for (double at = 0; at < time.toSeconds(); at = (System.nanoTime() - began) / 1e9) {
      delays.add(at, waiting.getAsLong(), kilobits);
      Thread.sleep(PAUSE.toMillis());
    }
    return delays;
  }

  private void changing() throws IOException, InterruptedException {
    network.limit(WIDE + "kbit");
    try (RoomCrowd crowd = crowd("a changing link");
        RoomViewer viewer = viewer(crowd, "Bob")) {
      viewer.come();
      Thread.sleep(SETTLED.toMillis());
      int lines = viewer.lines();
      network.limit(NARROWER + "kbit");
      QueueDelays delays = watch(WATCHED, network::waiting, NARROWER);
      int narrow = viewer.lines();
      network.limit(WIDE + "kbit");
      System.out.printf(
          Locale.ROOT,
          "%nFrom 5 to 0.6 Mbit/s: packets wait for more than %d ms until %.1f s of %d after it;"
              + " the largest picture had %d lines, then %d. Back: it has them after %s s;"
              + " load average %.1f%n",
          LONG_DELAY,
          delays.lastAbove(LONG_DELAY),
          WATCHED.toSeconds(),
          lines,
          narrow,
          until(viewer, lines),
          MachineLoad.now());
    }
  }

  /** After how many seconds the largest picture has so many lines. */
  private static String until(RoomViewer viewer, int lines) throws InterruptedException {
    long began = System.nanoTime();
    double at = 0;
    while (viewer.lines() < lines && at < WATCHED.toSeconds()) {
      Thread.sleep(PAUSE.toMillis());
      at = (System.nanoTime() - began) / 1e9;
    }
    return at < WATCHED.toSeconds() ? String.format(Locale.ROOT, "%.1f", at) : "more than 30";
  }
}
