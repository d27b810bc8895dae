package plenum.engine.estimate;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.PriorityQueue;
import plenum.engine.rtcp.TransportFeedback;
import plenum.engine.rtcp.TransportFeedbackRecorder;

/** A player's end of a connection: notes arrivals, and tells them each 50 ms. */
public final class SimulatedReceiver {

  private static final long INTERVAL = 50 * SimulatedLink.MILLI;

  /** Of IP, UDP, SRTCP and the feedback itself. */
  private static final int HEADERS = 72;

  /** Another clock than the sender's, and near the end of its 24 bits. */
  private final long clockNanos;

  private record Arrival(long nanos, int sequence) {}

  private record Report(long nanos, TransportFeedback feedback) {}

  private final TransportFeedbackRecorder recorder = new TransportFeedbackRecorder(1);
  private final PriorityQueue<Arrival> coming =
      new PriorityQueue<>((a, b) -> Long.compare(a.nanos, b.nanos));
  private final Deque<Report> reports = new ArrayDeque<>();
  private final long backNanos;
  private Optional<SimulatedLink> back = Optional.empty();
  private long nextReport;

  public SimulatedReceiver(long backNanos, long clockNanos) {
    this.backNanos = backNanos;
    this.clockNanos = clockNanos;
  }

  /** What it tells goes by that link, among what others send by it. */
  void tellsBy(SimulatedLink link) {
    back = Optional.of(link);
  }

  public void send(int sequence, long arrival) {
    coming.add(new Arrival(arrival, sequence));
  }

  /** A feedback that reaches the sender now, if there is one. */
  public Optional<TransportFeedback> poll(long now) {
    while (!coming.isEmpty() && coming.peek().nanos <= now) {
      Arrival arrival = coming.poll();
      recorder.received(arrival.sequence, 9, (arrival.nanos + clockNanos) / 1000);
    }
    if (now >= nextReport) {
      nextReport = now + INTERVAL;
      recorder.report((now + clockNanos) / 1000).ifPresent(feedback -> tell(feedback, now));
    }
    return !reports.isEmpty() && reports.peek().nanos <= now
        ? Optional.of(reports.poll().feedback)
        : Optional.empty();
  }

  private void tell(TransportFeedback feedback, long now) {
    int bytes = HEADERS + 2 * feedback.deltas().size();
    long arrival = back.map(link -> link.send(bytes, now)).orElse(now + backNanos);
    if (arrival != SimulatedLink.LOST) {
      reports.add(new Report(arrival, feedback));
    }
  }
}
