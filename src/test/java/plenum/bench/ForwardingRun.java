package plenum.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import plenum.engine.session.PeerLoop;
import plenum.engine.session.TestOffer;
import plenum.engine.session.TestPeer;

/** One server under one load, from its start to its end. */
final class ForwardingRun {

  private static final Duration WARM_UP =
      Duration.ofSeconds(Long.getLong("plenum.bench.warm-up", 20));
  private static final Duration MEASURED =
      Duration.ofSeconds(Long.getLong("plenum.bench.seconds", 15));
  private static final Duration REST = Duration.ofMillis(300);

  /**
   * A load.
   *
   * @param players of each publisher
   */
  record Load(int publishers, int players) {
    @Override
    public String toString() {
      return publishers + " -> " + players;
    }
  }

  /**
   * What it cost.
   *
   * @param millis CPU time of the server's process, in milliseconds
   * @param forwarded packets that reached players
   * @param losses packets that did not, although their publishers sent them
   * @param resident memory of the server's process afterwards, in MB
   * @param load the machine's load average afterwards
   * @param threads what the server's threads used, in milliseconds
   */
  record Figures(
      double millis,
      long forwarded,
      Losses losses,
      long resident,
      double load,
      Map<String, Long> threads) {

    /** CPU-ms for 1,000 forwarded packets. */
    double perThousand() {
      return millis / forwarded * 1000;
    }

    /** The same without what a JVM's compilers still used. */
    double compiledPerThousand() {
      return (millis - MeasuredProcess.compiling(threads)) / forwarded * 1000;
    }
  }

  private final MediaServer server;

  private ForwardingRun(MediaServer server) {
    this.server = server;
  }

  /** Starts a server, measures it, and ends it. */
  static Figures of(MediaServer.Kind kind, Load load) throws IOException, InterruptedException {
    try (MediaServer server = kind.start();
        PeerLoop loop = new PeerLoop()) {
      return new ForwardingRun(server).measure(loop, load);
    }
  }

  private Figures measure(PeerLoop loop, Load load) throws IOException, InterruptedException {
    List<TestPeer> sending = new ArrayList<>();
    List<TestPeer> receiving = new ArrayList<>();
    for (int i = 0; i < load.publishers(); i++) {
      sending.add(server.connect(loop, "whip", i, TestOffer.publisher("opus", "H264")));
      for (int j = 0; j < load.players(); j++) {
        receiving.add(server.connect(loop, "whep", i, TestOffer.player("opus", "H264")));
      }
    }
    receiving.forEach(TestPeer::countOnly);
    Publication publication = new Publication(sending);
    publication.run(WARM_UP);
    Thread.sleep(REST.toMillis());
    MeasuredProcess process = server.process();
    Map<String, Long> threads = process.threads();
    Losses.Watch watch = Losses.watch(server, receiving);
    long before = received(receiving);
    long cpu = process.cpuNanos();
    long sent = publication.run(MEASURED);
    double millis = (process.cpuNanos() - cpu) / 1e6;
    Map<String, Long> busy = process.threadsSince(threads);
    Thread.sleep(REST.toMillis());
    long forwarded = received(receiving) - before;
    long lost = sent * load.players() - forwarded;
    long resident = process.residentMegabytes();
    Losses losses = watch.end(lost);
    return new Figures(millis, forwarded, losses, resident, MachineLoad.now(), busy);
  }

  private static long received(List<TestPeer> peers) {
    return peers.stream().mapToLong(TestPeer::rtpDatagrams).sum();
  }
}
