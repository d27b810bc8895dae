package plenum.engine.estimate;

import java.util.concurrent.TimeUnit;
import plenum.engine.rtcp.Deltas;
import plenum.engine.rtcp.TransportFeedback;

/**
 * One connection over a {@link Link}: it has transport-wide sequence numbers, feedback and a clock
 * of the player's of its own.
 */
public final class Flow {

  private static final int MICROS_PER_TICK = 250;
  private static final long CURRENT_NANOS = TimeUnit.SECONDS.toNanos(2);

  private final Link link;
  private final SentPackets packets = new SentPackets();
  private final ArrivalClock clock = new ArrivalClock();
  private final PacketGroups groups = new PacketGroups();
  private final Trend trend = new Trend();
  private final StandingQueue queue = new StandingQueue();
  private final RateWindow arriving = new RateWindow();
  private final RateWindow sent = new RateWindow();
  private long told;
  private long toldNanos;
  private int lastCount = -1;

  Flow(Link link) {
    this.link = link;
  }

  /**
   * Notes that a packet is sent now.
   *
   * @param bytes that it has on the link
   * @return its transport-wide sequence number, 16 bits
   */
  public int send(int bytes, long nowNanos) {
    sent.add(bytes, micros(nowNanos));
    byte cluster = link.sending(bytes, nowNanos);
    return (int) packets.add(bytes, cluster, nowNanos) & 0xffff;
  }

  /**
   * Notes that a packet is sent again, bit by bit as it was: with encryption that authenticates the
   * header, another number under the same index would give the key away.
   *
   * @param number as {@link #send} answered it
   */
  public void sendAgain(int number, int bytes, long nowNanos) {
    long sequence = packets.extend(number);
    if (packets.again(sequence)) {
      link.missing(packets.cluster(sequence), packets.sentNanos(sequence));
    }
    sent.add(bytes, micros(nowNanos));
  }

  private static long micros(long nanos) {
    return TimeUnit.NANOSECONDS.toMicros(nanos);
  }

  /** Takes what the player tells of packets of this connection. */
  public void feedback(TransportFeedback feedback, long nowNanos) {
    if (!isCurrent(nowNanos)) {
      clear();
    }
    toldNanos = nowNanos;
    Deltas deltas = feedback.deltas();
    long first = packets.extend(feedback.baseSequence());
    if (first < 0 || first + deltas.size() > packets.next()) {
      return; // Of packets that were never sent.
    }
    long arrival = clock.micros(feedback.referenceTime(), nowNanos);
    if (clock.jumped()) {
      clear();
    }
    skipped(first, feedback.count(), arrival);
    long newest = -1;
    for (int i = 0; i < deltas.size(); i++) {
      if (deltas.get(i) == TransportFeedback.NOT_RECEIVED) {
        missing(first + i);
      } else {
        arrival += (long) deltas.get(i) * MICROS_PER_TICK;
        newest = arrived(first + i, arrival, nowNanos) ? first + i : newest;
      }
    }
    told = Math.max(told, first + deltas.size());
    sent.advance(micros(nowNanos));
    queue.complete(nowNanos);
    link.told(this, newest < 0 ? -1 : nowNanos - packets.sentNanos(newest), nowNanos);
  }

  /** Whether what is known of it is not of long ago: one that is sent nothing is told nothing. */
  boolean isCurrent(long nowNanos) {
    return nowNanos - toldNanos <= CURRENT_NANOS;
  }

  /** What arrived before says nothing of what arrives now. */
  void clear() {
    groups.clear();
    trend.clear();
    queue.clear();
    arriving.clear();
  }

  /** A feedback that was lost told of packets of which no other tells: taken to have arrived. */
  private void skipped(long first, int count, long arrival) {
    boolean gap = lastCount >= 0 && (byte) (count - lastCount) > 1;
    for (long n = Math.max(told, first - SentPackets.KEPT); gap && n < first; n++) {
      if (packets.arrived(n) == SentPackets.Fate.ARRIVED) {
        arriving.add(packets.bytes(n), arrival);
      }
    }
    if (lastCount < 0 || (byte) (count - lastCount) > 0) {
      lastCount = count;
    }
  }

  private void missing(long sequence) {
    if (packets.missing(sequence)) {
      link.missing(packets.cluster(sequence), packets.sentNanos(sequence));
    }
  }

  private boolean arrived(long sequence, long arrival, long nowNanos) {
    SentPackets.Fate fate = packets.arrived(sequence);
    if (fate == SentPackets.Fate.NOTHING_NEW) {
      return false;
    }
    int bytes = packets.bytes(sequence);
    byte cluster = packets.cluster(sequence);
    long sentMicros = micros(packets.sentNanos(sequence));
    arriving.add(bytes, arrival);
    link.arrived(cluster, fate, bytes, sentMicros, arrival);
    // What is late was sent again, or overtaken: it says nothing of the queue.
    if (fate == SentPackets.Fate.ARRIVED && cluster == Probe.NONE) {
      queue.add(arrival - sentMicros, nowNanos);
      if (groups.add(sentMicros, arrival)) {
        trend.add(groups.sentDelta(), groups.arrivalDelta(), groups.arrival());
      }
    }
    return fate == SentPackets.Fate.ARRIVED;
  }

  /** Whether packets were sent of which nothing is told. */
  boolean waiting() {
    return told < packets.next();
  }

  /** When the first of them was sent. */
  long waitingSinceNanos() {
    return packets.sentNanos(Math.max(told, packets.next() - SentPackets.KEPT));
  }

  Trend.Usage usage() {
    return trend.usage();
  }

  StandingQueue queue() {
    return queue;
  }

  RateWindow arriving() {
    return arriving;
  }

  double sentRate() {
    return sent.bitrate();
  }

  /** The connection ends. */
  public void close() {
    link.close(this);
  }
}
