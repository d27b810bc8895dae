package plenum.engine.estimate;

import java.util.ArrayList;
import java.util.List;

/** The connections of one link, and what they say together; nothing is allocated to ask them. */
final class Flows {

  private final List<Flow> all = new ArrayList<>();

  void add(Flow flow) {
    all.add(flow);
  }

  void remove(Flow flow) {
    all.remove(flow);
  }

  boolean none() {
    return all.isEmpty();
  }

  /** What arrived before says nothing of what arrives now. */
  void clear() {
    all.forEach(Flow::clear);
  }

  /** Bits a second that arrive, in half a second or of late. */
  double arriving(boolean ofLate) {
    double sum = 0;
    for (int i = 0; i < all.size(); i++) {
      RateWindow window = all.get(i).arriving();
      sum += ofLate ? window.latest() : window.bitrate();
    }
    return sum;
  }

  /** Bits a second that are sent, in half a second. */
  double sentRate() {
    double sum = 0;
    for (int i = 0; i < all.size(); i++) {
      sum += all.get(i).sentRate();
    }
    return sum;
  }

  /** Milliseconds that packets wait at least, where that is told. */
  double queueMillis(long toldNanos) {
    double most = 0;
    for (int i = 0; i < all.size(); i++) {
      Flow flow = all.get(i);
      most = flow.isCurrent(toldNanos) ? Math.max(most, flow.queue().millis()) : most;
    }
    return most;
  }

  /** Whether no queue grows, or is longer than that. */
  boolean quiet(long toldNanos, double fullMillis) {
    for (int i = 0; i < all.size(); i++) {
      Flow flow = all.get(i);
      boolean waits = flow.usage() != Trend.Usage.NORMAL || flow.queue().millis() > fullMillis;
      if (waits && flow.isCurrent(toldNanos)) {
        return false;
      }
    }
    return true;
  }

  /** Whether nothing is told of what one of them sent before then. */
  boolean waitSince(long nanos) {
    for (int i = 0; i < all.size(); i++) {
      Flow flow = all.get(i);
      if (flow.waiting() && flow.waitingSinceNanos() < nanos) {
        return true;
      }
    }
    return false;
  }
}
