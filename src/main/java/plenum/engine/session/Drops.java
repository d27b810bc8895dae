package plenum.engine.session;

import plenum.engine.EngineStatus;
import plenum.engine.net.MediaLoop;

/**
 * What was not passed on, and why. Plain numbers, for they belong to the media loop's thread; see
 * {@link EngineStatus} for what each means.
 */
final class Drops {

  long unsent;
  long strange;
  long rejected;
  long overLimit;
  long trackless;

  /** All that is counted, with what the loop counts itself. */
  EngineStatus status(MediaLoop loop) {
    return new EngineStatus(
        loop.receivedPackets(),
        loop.sentPackets(),
        loop.dropped() + unsent,
        strange,
        rejected,
        overLimit,
        trackless,
        loop.unread());
  }
}
