package plenum.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.List;

/**
 * One participant stops reading for good, with requests under way whose answers fill the buffers of
 * both systems; the others go on.
 *
 * @param cost of the others' conversation
 * @param noticed how long after the last reading the others were told that the one is gone; empty
 *     when they were not
 * @param closeCode what the one found when it read again; 0 when the connection was still open
 */
record Stall(
    Cost cost, Duration noticed, int closeCode, Memory before, Memory after, long unreadBytes) {

  /** Memory of the server, in MB: what it has from the system, and what its objects take. */
  record Memory(long resident, double live) {
    static Memory of(MeasuredServer server) throws IOException, InterruptedException {
      double live = server.liveMegabytes();
      return new Memory(server.residentMegabytes(), live);
    }
  }

  private static final int SNAPSHOTS = 200;
  private static final Duration BETWEEN_SNAPSHOTS = Duration.ofMillis(40);
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Duration A_SECOND = Duration.ofSeconds(1);

  static Stall measure(MeasuredServer server, Meeting meeting)
      throws IOException, InterruptedException {
    Crowd crowd = meeting.crowd();
    List<Participant> all = crowd.participants();
    Participant stalled = all.get(all.size() - 1);
    Conversation others = meeting.conversation(all.subList(0, all.size() - 1));
    Memory before = Memory.of(server);
    stalled.stopReading();
    long stopped = System.nanoTime();
    for (int i = 0; i < SNAPSHOTS; i++) {
      stalled.send("{\"type\":\"resync\",\"topic\":\"room\"}");
      crowd.serveFor(BETWEEN_SNAPSHOTS);
    }
    Cost cost = others.measure("one of them never reads");
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (crowd.tally().heardOf(stalled.index()) == 0 && System.nanoTime() < end) {
      others.speak(A_SECOND);
    }
    long heard = crowd.tally().heardOf(stalled.index());
    Memory after = Memory.of(server);
    crowd.tally().begin();
    stalled.readAgain();
    crowd.serveUntil(() -> stalled.closeCode() != 0, PATIENCE);
    crowd.tally().end();
    Duration noticed = heard == 0 ? Duration.ZERO : Duration.ofNanos(heard - stopped);
    return new Stall(cost, noticed, stalled.closeCode(), before, after, crowd.tally().bytes());
  }
}
