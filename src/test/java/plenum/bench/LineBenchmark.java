package plenum.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import plenum.bench.replay.Received;
import plenum.bench.replay.Recording;

/**
 * A site that may send 3 Mbit/s, with two rooms of two and one of four, whose people have no
 * browsers: how much the server sends in the worst second, with everything, and what becomes of
 * sounds.
 */
public final class LineBenchmark {

  private static final Duration MEASURED =
      Duration.ofSeconds(Integer.getInteger("plenum.bench.seconds", 60));
  private static final Duration SETTLED = Duration.ofSeconds(10);
  private static final Duration LOOK = Duration.ofMillis(50);
  private static final int[] MEETINGS = {2, 2, 4};
  private static final int HEIGHT = 720;

  private LineBenchmark() {}

  /** Measures, and prints what was seen. */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    Recording recording =
        Recording.in(Files.createDirectories(MeasuredServer.target("recordings")), "VP8");
    MachineLoad.awaitQuiet();
    System.out.println(Machine.description());
    Map<String, String> line = Map.of("plenum.media.uplink", "3M");
    List<RoomCrowd> crowds = new ArrayList<>();
    try (RoomSite site = RoomSite.engine("line", MeasuredServer.plenum(), line)) {
      List<RoomWatchers> watchers = new ArrayList<>();
      for (int people : MEETINGS) {
        RoomScenario all = new RoomScenario(people, people);
        String name = "Meeting " + (crowds.size() + 1);
        crowds.add(RoomCrowd.in(site.server().origin(), all, name, recording, true));
        watchers.add(crowds.get(crowds.size() - 1).watch(people, true));
        watchers.get(watchers.size() - 1).show(HEIGHT, HEIGHT);
      }
      measure("when all have come in", SETTLED, crowds, watchers);
      measure("then", MEASURED, crowds, watchers);
    } finally {
      crowds.forEach(RoomCrowd::close);
    }
  }

  private static void measure(
      String when, Duration time, List<RoomCrowd> crowds, List<RoomWatchers> watchers)
      throws InterruptedException {
    Received before = Received.sum(watchers.stream().map(RoomWatchers::soFar));
    watchers.forEach(RoomWatchers::forgetLateness);
    Rates rates = new Rates();
    long end = System.nanoTime() + time.toNanos();
    while (System.nanoTime() < end) {
      rates.add(System.nanoTime(), crowds.stream().mapToLong(RoomCrowd::bytes).sum());
      Thread.sleep(LOOK.toMillis());
    }
    Received came = Received.sum(watchers.stream().map(RoomWatchers::soFar)).since(before);
    System.out.printf(
        Locale.ROOT,
        "3 Mbit/s, %s, %d s: %.2f Mbit/s with all headers, %.2f in the worst second; %d packets of"
            + " sound, %d lost, the slowest %.0f ms slower than the quickest of its sound; load"
            + " average %.1f%n",
        when,
        time.toSeconds(),
        rates.mean() / 1e6,
        rates.most(1) / 1e6,
        came.sounds(),
        came.soundsLost(),
        came.soundsLate(),
        MachineLoad.now());
    System.out.println(
        rates.seconds().stream()
            .map(rate -> String.format(Locale.ROOT, "%.2f", rate / 1e6))
            .collect(Collectors.joining(" ", "Each second: ", "")));
  }
}
