package plenum.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What signalling costs the server: CPU time for each delivered message and latencies at several
 * sizes of a room, the time in which a thousand people join one, and what a client does that never
 * reads. The servers run in processes of their own; this one is all the clients, on one thread.
 *
 * <p>Beside Plenum runs a peer, {@link PlainBroadcast}, on the same application server with the
 * same options.
 */
public final class SignallingBenchmark {

  private static final int MANY = 1000;
  private static final int SOME = 200;
  private static final int FEW = 50;
  private static final int ARRIVALS = 3;
  private static final int TURNS = 3;

  /** What was not done before is compiled first: each of the two that are compared has its time. */
  private static final Duration COMPILING = Duration.ofSeconds(30);

  private static final Duration IDLE = Duration.ofSeconds(4);

  /** The one that never reads sends nothing either, and is to fail by its queue alone. */
  private static final Map<String, String> SETTINGS =
      Map.of(
          "plenum.rooms.members", "2000",
          "plenum.people.max", "5000",
          "plenum.people.per-address", "5000",
          "plenum.signal.idle", "5m",
          "plenum.chat.rate", "100",
          "plenum.media.port", "0");

  private final MeasuredServer plenum;
  private final MeasuredServer peer;
  private final SignallingReport report;
  private final List<Cost> costs = new ArrayList<>();

  private SignallingBenchmark(MeasuredServer plenum, MeasuredServer peer) throws IOException {
    this.plenum = plenum;
    this.peer = peer;
    this.report = new SignallingReport();
  }

  /** Measures everything, in less than nine minutes, and writes {@code signalling.md}. */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    MachineLoad.awaitQuiet();
    Path peerWar = PeerArchive.write(MeasuredServer.target("peer.war"));
    try (MeasuredServer plenum =
            MeasuredServer.launch("plenum", MeasuredServer.plenum(), SETTINGS);
        MeasuredServer peer = MeasuredServer.launch("peer", peerWar, Map.of())) {
      plenum.awaitReady("/health/ready", "plenum");
      peer.awaitReady("/", PeerArchive.GREETING);
      String report = new SignallingBenchmark(plenum, peer).measure();
      System.out.print(report);
      Files.writeString(MeasuredServer.target("signalling.md"), report);
    }
  }

  private String measure() throws IOException, InterruptedException {
    People people = People.named(plenum.origin(), MANY);
    many(people);
    talk(people, FEW);
    Cost own = talk(people, SOME);
    busy(people);
    Stall stall = stall(people);
    Cost plain = plain();
    report.conversations(costs);
    report.stall(stall);
    report.peer(own, plain);
    return report.text();
  }

  private void many(People people) throws IOException {
    long start = System.nanoTime();
    try (Meeting meeting = Meeting.connect(plenum, people, MANY)) {
      Duration connected = Duration.ofNanos(System.nanoTime() - start);
      List<Meeting.Arrival> arrivals = new ArrayList<>();
      List<Duration> departures = new ArrayList<>();
      for (int i = 0; i < ARRIVALS; i++) {
        arrivals.add(meeting.join());
        departures.add(meeting.leave());
      }
      report.arrivals(MANY, connected, arrivals, departures);
      meeting.join();
      idle(meeting.crowd());
      costs.add(meeting.conversation().measure(""));
    }
  }

  private void idle(Crowd crowd) throws IOException {
    Moment before = Moment.of(plenum);
    crowd.serveFor(IDLE);
    Moment used = Moment.of(plenum).since(before);
    report.idle(MANY, (double) used.server() / used.time());
  }

  private Cost talk(People people, int count) throws IOException {
    try (Meeting meeting = Meeting.connect(plenum, people, count)) {
      meeting.join();
      Cost cost = meeting.conversation().measure("");
      costs.add(cost);
      return cost;
    }
  }

  /** In turns and in one room, so that whatever the machine does meanwhile hits both alike. */
  private void busy(People people) throws IOException {
    try (Meeting meeting = Meeting.connect(plenum, people, SOME)) {
      meeting.join();
      Conversation muting = meeting.busy();
      Conversation writing = meeting.writing();
      muting.speak(COMPILING);
      writing.speak(COMPILING);
      List<Cost> mutes = new ArrayList<>();
      List<Cost> writes = new ArrayList<>();
      for (int turn = 0; turn < TURNS; turn++) {
        mutes.add(muting.measure("every second one mutes 5 times a second"));
        writes.add(writing.measure("every second one writes 5 times a second"));
      }
      costs.addAll(mutes);
      costs.addAll(writes);
      report.writing(writes, mutes, meeting.crowd());
    }
  }

  private Stall stall(People people) throws IOException, InterruptedException {
    try (Meeting meeting = Meeting.connect(plenum, people, SOME)) {
      meeting.join();
      Stall stall = Stall.measure(plenum, meeting);
      costs.add(stall.cost());
      return stall;
    }
  }

  private Cost plain() throws IOException {
    People strangers = People.strangers(SOME);
    try (Crowd crowd = new Crowd(peer.origin(), strangers)) {
      crowd.connect(SOME);
      Cost cost =
          new Conversation(
                  peer, crowd, strangers, crowd.participants(), SignallingBenchmark::utterance)
              .measure("the peer");
      costs.add(cost);
      return cost;
    }
  }

  /** What Plenum sends to everybody when somebody mutes. */
  private static String utterance(Person sender, long round) {
    return """
    {"type":"room-changed","changes":[{"change":"member-updated","member":{"connected":true,\
    "devices":{"camera":true,"cameraBlocked":false,"cameraOff":false,"microphone":true,\
    "microphoneBlocked":false,"muted":%s},"id":"%s","name":"%s","streams":[]}}],"seq":%d}\
    """
        .formatted(round % 2 == 0, sender.id(), sender.name(), 1000 + round);
  }
}
