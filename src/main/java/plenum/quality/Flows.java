package plenum.quality;

import java.time.Duration;
import java.util.OptionalInt;

/** What media nodes know of streams. */
@FunctionalInterface
interface Flows {

  /**
   * How much the node got of a stream lately; at once.
   *
   * @param stream its name
   * @param interval how long ago that began, about
   * @return kbit/s; empty when it is not known
   */
  OptionalInt received(String stream, Duration interval);
}
