package plenum.bench;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import plenum.testing.FirewalledNetwork;
import plenum.testing.FreePorts;
import plenum.testing.RealSrs;

/**
 * Six people meet at a server with the profile "small" over a link of 3 Mbit/s in each direction:
 * how much of it they take, the longest gaps of pictures and sound, and the memory of everything.
 * Needs root, for a network namespace; {@code srs.binary} for the same with SRS.
 */
public final class SmallBenchmark {

  private static final String LINK = "3mbit";
  private static final Duration MEETING =
      Duration.ofSeconds(Integer.getInteger("plenum.bench.seconds", 120));

  /** Everybody has come, and what they loaded is not in the way any more. */
  private static final Duration REST =
      Duration.ofSeconds(Integer.getInteger("plenum.bench.rest", 10));

  private static final int MEGABYTES = 1600;
  private static final Path SRS = Path.of("srs-conf", "plenum-minimal.conf");

  private final FirewalledNetwork network;
  private final Path voice;

  private SmallBenchmark(FirewalledNetwork network, Path voice) {
    this.network = network;
    this.voice = voice;
  }

  /** Measures with the embedded engine, then with SRS, if there is one. */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    Optional<String> missing = FirewalledNetwork.missing();
    if (missing.isPresent()) {
      System.out.println("Skipped: small. " + missing.get());
      return;
    }
    MachineLoad.awaitQuiet();
    System.out.println(Machine.description());
    Path folder = Files.createDirectories(MeasuredServer.target(""));
    try (FirewalledNetwork network = FirewalledNetwork.open()) {
      network.limit(LINK);
      SmallBenchmark benchmark = new SmallBenchmark(network, Voice.in(folder.resolve("voice.wav")));
      benchmark.withEngine();
      if (RealSrs.isGiven()) {
        benchmark.withSrs();
      } else {
        System.out.println("Skipped: the same with SRS, because -Dsrs.binary names none.");
      }
    }
  }

  private void withEngine() throws IOException, InterruptedException {
    System.out.println("\nThe embedded engine:");
    try (SmallServer plenum = start(FreePorts.tcp(), Map.of());
        SmallMemory memory = SmallMemory.of(plenum)) {
      meet(plenum, memory);
    }
  }

  private void withSrs() throws IOException, InterruptedException {
    System.out.println("\nSRS:");
    int port = FreePorts.tcp();
    try (RealSrs srs =
            RealSrs.prepare(SRS).with("CANDIDATE", network.server()).hooksTo(port).start();
        SmallServer plenum = start(port, srs.access().settings());
        SmallMemory memory = SmallMemory.of(plenum)) {
      memory.add("SRS", new MeasuredProcess(srs.pid()));
      meet(plenum, memory);
    }
  }

  private SmallServer start(int port, Map<String, String> more)
      throws IOException, InterruptedException {
    Map<String, String> settings = new HashMap<>(more);
    settings.put("plenum.media.candidates", network.server());
    settings.put("plenum.media.port", Integer.toString(FreePorts.udp()));
    settings.put("plenum.tls.port", "off");
    settings.put("plenum.tls.plain-http", "serve");
    return SmallServer.start(port, settings);
  }

  private void meet(SmallServer plenum, SmallMemory memory)
      throws IOException, InterruptedException {
    URI site = URI.create("http://" + network.server() + ":" + plenum.port() + "/");
    memory.print("idle");
    try (SmallMeeting meeting = new SmallMeeting(network, site, voice)) {
      meeting.begin(site);
      Thread.sleep(REST.toMillis());
      long cpu = plenum.server().cpuNanos();
      long[] before = network.carried();
      long dropped = network.dropped();
      List<Arrival> all = meeting.meet(MEETING);
      printLink(before, network.carried(), network.dropped() - dropped);
      double busy = (double) (plenum.server().cpuNanos() - cpu) / MEETING.toNanos();
      System.out.printf(Locale.ROOT, "Plenum used %.0f %% of a core%n", 100 * busy);
      System.out.println(meeting.version());
      judge(all, memory);
    }
  }

  private static void printLink(long[] before, long[] after, long dropped) {
    System.out.printf(
        Locale.ROOT,
        "load average %.1f; out %.2f and in %.2f Mbit/s, %d packets dropped%n",
        MachineLoad.now(),
        megabits(after[0] - before[0]),
        megabits(after[1] - before[1]),
        dropped);
  }

  private static void judge(List<Arrival> all, SmallMemory memory) throws IOException {
    Arrival.print(all);
    memory.print("six people");
    boolean fluent = all.stream().allMatch(Arrival::isFluent);
    judge("no freeze above 1 s, no gap of sound above 200 ms", fluent);
    judge("memory at most 1.6 GB", memory.megabytes() <= MEGABYTES);
  }

  private static double megabits(long bytes) {
    return bytes * 8 / 1e6 / MEETING.toSeconds();
  }

  private static void judge(String target, boolean met) {
    System.out.println("Target: " + target + ": " + (met ? "met" : "NOT MET"));
  }
}
