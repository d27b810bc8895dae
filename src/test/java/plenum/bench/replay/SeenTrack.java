package plenum.bench.replay;

import plenum.engine.rtcp.ReceptionStatistics;
import plenum.engine.rtcp.ReportBlock;

/** What came by one SSRC. */
final class SeenTrack {

  private static final int SOUND_HZ = 48_000;
  private static final int PICTURE_HZ = 90_000;
  private static final double NANOS_PER_MILLI = 1e6;

  private final boolean sound;
  private final ReceptionStatistics statistics;
  private long packets;
  private boolean timed;
  private int firstTimestamp;
  private long firstNanos;
  private double quickest;
  private double slowest;

  SeenTrack(int ssrc, boolean sound) {
    this.sound = sound;
    this.statistics = new ReceptionStatistics(ssrc, sound ? SOUND_HZ : PICTURE_HZ);
  }

  boolean isSound() {
    return sound;
  }

  void received(int sequence, int timestamp, long nanos) {
    packets++;
    statistics.received(sequence, timestamp, nanos);
    if (!timed) {
      timed = true;
      firstTimestamp = timestamp;
      firstNanos = nanos;
    }
    double due = (timestamp - firstTimestamp) * 1000.0 / SOUND_HZ;
    double way = (nanos - firstNanos) / NANOS_PER_MILLI - due;
    quickest = Math.min(quickest, way);
    slowest = Math.max(slowest, way);
  }

  void forgetLateness() {
    timed = false;
    quickest = 0;
    slowest = 0;
  }

  long packets() {
    return packets;
  }

  /** How much longer the slowest packet took than the quickest, in ms; of sounds alone. */
  double late() {
    return slowest - quickest;
  }

  long lost(long nowNanos) {
    return block(nowNanos).cumulativeLost();
  }

  ReportBlock block(long nowNanos) {
    return statistics.block(nowNanos);
  }
}
