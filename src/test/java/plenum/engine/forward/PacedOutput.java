package plenum.engine.forward;

import java.util.ArrayDeque;
import java.util.Deque;

/** A player's output that lets so many packets of pictures pass and keeps the others. */
final class PacedOutput implements PlayerOutput {

  record Kept(PlayerTrack track, int age, long number) {}

  final RecordingOutput sent = new RecordingOutput();
  final Deque<Kept> kept = new ArrayDeque<>();
  int room = Integer.MAX_VALUE;

  /** Packets that wait at most. */
  int patience = Integer.MAX_VALUE;

  @Override
  public boolean passes(int len, long nowNanos) {
    return kept.isEmpty() && room-- > 0;
  }

  @Override
  public boolean keep(PlayerTrack of, long sequence, int len, long nowNanos) {
    if (kept.size() == patience) {
      kept.clear();
      of.giveUp();
      return false;
    }
    return kept.add(new Kept(of, of.age(), sequence));
  }

  /** Sends what waits, as far as it is there. */
  void release(int count) {
    for (int i = 0; i < count && !kept.isEmpty(); i++) {
      Kept next = kept.remove();
      next.track().release(next.age(), next.number(), this);
    }
  }

  @Override
  public void rtp(byte[] b, int off, int len) {
    sent.rtp(b, off, len);
  }

  @Override
  public void rtcp(byte[] compound) {
    sent.rtcp(compound);
  }
}
