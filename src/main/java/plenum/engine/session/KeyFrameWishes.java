package plenum.engine.session;

import java.util.LinkedHashMap;
import java.util.Map;
import plenum.engine.StreamName;
import plenum.engine.forward.TokenBucket;

/**
 * How many key frames one receiver may cost each publisher by putting its stream into slots and out
 * again, or wanting it now large and now small: each is made for everybody who watches.
 */
final class KeyFrameWishes {

  static final int AT_ONCE = 6;
  static final double PER_SECOND = 0.5;

  /** More than there are slots, however they are changed. */
  static final int STREAMS = 256;

  private final Map<StreamName, TokenBucket> buckets =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<StreamName, TokenBucket> eldest) {
          return size() > STREAMS;
        }
      };

  /** What counts those of a stream, whichever slot it is in. */
  TokenBucket of(StreamName stream, long nowNanos) {
    return buckets.computeIfAbsent(stream, name -> new TokenBucket(PER_SECOND, AT_ONCE, nowNanos));
  }
}
