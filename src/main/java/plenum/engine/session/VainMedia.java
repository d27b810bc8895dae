package plenum.engine.session;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** For how long a peer has sent media of which nobody can be sent anything. */
final class VainMedia {

  /**
   * What is further apart is no stream, but like a peer that sends nothing: browsers that send
   * little measure the link every five seconds.
   */
  private static final long APART_NANOS = TimeUnit.SECONDS.toNanos(3);

  private boolean vain;
  private long sinceNanos;
  private long lastNanos;

  /** A packet of that worth has come. */
  void heard(Worth worth, long nowNanos) {
    if (worth == Worth.PASSED) {
      vain = false;
    } else if (worth == Worth.VAIN) {
      boolean goesOn = vain && nowNanos - lastNanos <= APART_NANOS;
      sinceNanos = goesOn ? sinceNanos : nowNanos;
      lastNanos = nowNanos;
      vain = true;
    }
  }

  /** Whether nothing else has come for longer than that, up to its last packet. */
  boolean lasted(Duration most) {
    return vain && lastNanos - sinceNanos > most.toNanos();
  }
}
