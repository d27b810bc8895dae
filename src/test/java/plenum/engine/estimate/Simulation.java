package plenum.engine.estimate;

import java.util.ArrayList;
import java.util.List;
import java.util.function.LongToDoubleFunction;

/**
 * Sends sound, and a picture at what the estimate leaves but no more than is wanted, over a
 * simulated link, millisecond by millisecond, and notes what became of it.
 */
final class Simulation {

  static final long SECOND = 1_000_000_000L;

  private static final int AUDIO_BYTES = 140;
  private static final int MTU = 1200;

  final SimulatedLink network;
  final Link link;
  final Flow flow;
  final SimulatedReceiver receiver;
  private final long farNanos;
  final LongToDoubleFunction wanted;
  final List<Long> waits = new ArrayList<>();
  final List<Runnable> others = new ArrayList<>();
  boolean silent;
  boolean padded = true;
  boolean sound = true;

  /** The smallest picture: where less is carried, none is sent. */
  double least;

  long now;
  long videoBytes;
  private double owed;
  private long lastAudio;

  /**
   * @param wanted bits a second that the picture would have at most, by time
   */
  Simulation(SimulatedLink network, LongToDoubleFunction wanted) {
    this(network, wanted, EstimateSettings.defaults());
  }

  Simulation(SimulatedLink network, LongToDoubleFunction wanted, EstimateSettings settings) {
    this(network, wanted, settings, 0);
  }

  /**
   * @param begun when it begins, in nanos
   */
  Simulation(
      SimulatedLink network, LongToDoubleFunction wanted, EstimateSettings settings, long begun) {
    this(network, wanted, settings, begun, 0);
  }

  /**
   * @param farNanos that the player is further away than the link's end
   */
  Simulation(
      SimulatedLink network,
      LongToDoubleFunction wanted,
      EstimateSettings settings,
      long begun,
      long farNanos) {
    this.farNanos = farNanos;
    this.network = network;
    this.wanted = wanted;
    this.now = begun;
    this.link = new Link(settings, begun);
    this.flow = link.open();
    // Half a minute before the player's clock begins anew.
    this.receiver =
        new SimulatedReceiver(
            network.delayNanos() + farNanos, ((1L << 23) * 64 - 30_000) * 1_000_000);
  }

  /** Goes on for so long; answers the bits a second of pictures that were sent meanwhile. */
  double run(double seconds) {
    long end = now + (long) (seconds * SECOND);
    long before = videoBytes;
    while (now < end) {
      step();
    }
    return (videoBytes - before) * 8 / seconds;
  }

  /** A millisecond. */
  void step() {
    others.forEach(Runnable::run);
    receiver.poll(now).filter(feedback -> !silent).ifPresent(f -> flow.feedback(f, now));
    link.want(wanted.applyAsDouble(now) + AUDIO_BYTES * 8 * 50);
    if (now >= link.nextNanos(now) || now % (20 * SimulatedLink.MILLI) == 0) {
      link.tick(now);
    }
    for (int bytes = link.padding(now); padded && bytes > 0; bytes = link.padding(now)) {
      send(bytes);
    }
    if (sound && now - lastAudio >= 20 * SimulatedLink.MILLI) {
      lastAudio = now;
      send(AUDIO_BYTES);
    }
    picture();
    now += SimulatedLink.MILLI;
  }

  /** A frame each 33 ms, of packets that leave at once. */
  private void picture() {
    double rate = Math.min(wanted.applyAsDouble(now), link.bitrate() - AUDIO_BYTES * 8 * 50);
    owed = link.bitrate() < least ? 0 : owed + Math.max(0, rate) / 8000;
    if (now / SimulatedLink.MILLI % 33 != 0) {
      return;
    }
    for (; owed >= 1; owed -= Math.min(owed, MTU)) {
      int bytes = (int) Math.min(owed, MTU);
      videoBytes += bytes;
      send(bytes);
    }
  }

  private void send(int bytes) {
    int sequence = flow.send(bytes, now);
    waits.add(network.waitNanos(now) / SimulatedLink.MILLI);
    long arrival = network.send(bytes, now);
    if (arrival != SimulatedLink.LOST) {
      receiver.send(sequence, arrival + farNanos);
    }
  }

  /** Milliseconds that 95 % of the packets waited at most since the last call of this. */
  long waited95() {
    List<Long> sorted = waits.stream().sorted().toList();
    waits.clear();
    return sorted.get((int) (sorted.size() * 0.95));
  }
}
