package plenum.quality;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/**
 * Compares what a page says that it sends with what the media node got in the meantime. They are
 * never quite the same: the node counts headers, and repeated packets, and the two do not begin to
 * count at one moment.
 */
final class Doubts {

  private static final int TIMES = 2;
  private static final int KBITS = 100;

  private final Flows flows;

  Doubts(Flows flows) {
    this.flows = flows;
  }

  /**
   * The same, where what is sent is marked as doubtful of which the node got quite another much.
   */
  List<StreamQuality> about(List<StreamQuality> streams, Duration interval) {
    Map<String, Integer> sent = new HashMap<>();
    for (StreamQuality stream : streams) {
      if (!stream.isReceived()) {
        sent.merge(stream.stream(), stream.figures().bitrate().orElse(0), Integer::sum);
      }
    }
    sent.entrySet().removeIf(told -> !differs(told.getKey(), told.getValue(), interval));
    return sent.isEmpty()
        ? streams
        : streams.stream().map(stream -> isOf(stream, sent) ? stream.doubted() : stream).toList();
  }

  private static boolean isOf(StreamQuality stream, Map<String, Integer> doubtful) {
    return !stream.isReceived() && doubtful.containsKey(stream.stream());
  }

  private boolean differs(String stream, int told, Duration interval) {
    OptionalInt got = flows.received(stream, interval);
    if (got.isEmpty()) {
      return false;
    }
    int more = Math.max(told, got.getAsInt());
    int less = Math.min(told, got.getAsInt());
    return more - less > KBITS && more > TIMES * less;
  }
}
