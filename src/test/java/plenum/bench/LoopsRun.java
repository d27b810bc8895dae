package plenum.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import plenum.engine.EngineStatus;
import plenum.engine.session.PeerLoop;
import plenum.engine.session.TestOffer;
import plenum.engine.session.TestPeer;

/** An engine on so many loops, under a load that grows until packets are lost. */
final class LoopsRun {

  private static final int ROOMS = Integer.getInteger("plenum.bench.rooms", 8);
  private static final int PLAYERS = Integer.getInteger("plenum.bench.players", 40);
  private static final Duration WARM_UP =
      Duration.ofSeconds(Long.getLong("plenum.bench.warm-up", 15));
  private static final Duration STEP = Duration.ofSeconds(Long.getLong("plenum.bench.seconds", 4));
  private static final Duration REST = Duration.ofSeconds(1);
  private static final double FIRST = 1;
  private static final double GROWTH = 1.25;
  private static final double LAST = 7.8;

  /** What is lost of a burst that the generator itself was late with is no limit of the engine. */
  private static final double CLEAN = 0.001;

  /**
   * One load.
   *
   * @param speed how many times as much as usual each publisher sends
   * @param due packets a second that players should have been sent
   * @param sent datagrams a second that the engine sent
   * @param lost packets that did not leave for the players
   * @param millis CPU time of the engine's process
   * @param seconds for which it was measured
   * @param generatorCores how busy those who send were
   * @param handedOver datagrams that came to one loop and were the other's
   */
  record Step(
      double speed,
      double due,
      double sent,
      long lost,
      double millis,
      double seconds,
      double generatorCores,
      long handedOver) {

    /** CPU-ms for 1,000 datagrams sent. */
    double perThousand() {
      return millis / (sent * seconds) * 1000;
    }

    /** How many cores the engine had. */
    double cores() {
      return millis / 1000 / seconds;
    }

    /** Whether all that was due was sent. */
    boolean clean() {
      return lost <= CLEAN * due * seconds;
    }
  }

  private final PlenumEngine server;
  private final PeerLoop peers;
  private final List<TestPeer> sending = new ArrayList<>();

  private LoopsRun(PlenumEngine server, PeerLoop peers) {
    this.server = server;
    this.peers = peers;
  }

  /** Starts an engine, and loads it ever more. */
  static List<Step> of(int loops) throws IOException, InterruptedException {
    try (PlenumEngine server = PlenumEngine.start(List.of("-Dplenum.bench.loops=" + loops));
        PeerLoop peers = new PeerLoop()) {
      return new LoopsRun(server, peers).steps();
    }
  }

  private List<Step> steps() throws IOException, InterruptedException {
    for (int room = 0; room < ROOMS; room++) {
      sending.add(server.connect(peers, "whip", room, TestOffer.publisher("opus", "H264")));
      for (int player = 0; player < PLAYERS; player++) {
        server.connect(peers, "whep", room, TestOffer.player("opus", "H264")).readNothing();
      }
    }
    Publication publication = new Publication(sending);
    publication.run(WARM_UP, 2);
    List<Step> steps = new ArrayList<>();
    int lossy = 0;
    for (double speed = FIRST; speed < LAST && lossy < 2; speed *= GROWTH) {
      Thread.sleep(REST.toMillis());
      Step step = measure(publication, speed);
      steps.add(step);
      lossy = step.clean() ? 0 : lossy + 1;
    }
    return steps;
  }

  private Step measure(Publication publication, double speed)
      throws IOException, InterruptedException {
    MeasuredProcess process = server.process();
    MeasuredProcess generator = new MeasuredProcess(ProcessHandle.current().pid());
    EngineStatus before = server.status().orElseThrow();
    long drops = KernelDrops.at(Set.of(server.mediaPort()));
    long handed = server.handedOver();
    long cpu = process.cpuNanos();
    long own = generator.cpuNanos();
    long begin = System.nanoTime();
    long sent = publication.run(STEP, speed);
    double seconds = (System.nanoTime() - begin) / 1e9;
    double generating = (generator.cpuNanos() - own) / 1e9 / seconds;
    Thread.sleep(REST.toMillis());
    double millis = (process.cpuNanos() - cpu) / 1e6;
    EngineStatus after = server.status().orElseThrow();
    long notRead = KernelDrops.at(Set.of(server.mediaPort())) - drops;
    notRead += after.unread() - before.unread();
    long lost = notRead * PLAYERS + after.unsent() - before.unsent();
    return new Step(
        speed,
        sent * PLAYERS / seconds,
        (after.sent() - before.sent()) / seconds,
        lost,
        millis,
        seconds,
        generating,
        server.handedOver() - handed);
  }
}
