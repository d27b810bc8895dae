package plenum.quality;

import java.util.Objects;
import java.util.OptionalInt;

/**
 * What somebody's page told in a minute, on the average.
 *
 * @param sentBitrate kbit/s of all that was sent together
 * @param receivedBitrate kbit/s of all that was received together
 * @param sentLost packets lost of a thousand, of what was sent
 * @param receivedLost packets lost of a thousand, of what was received
 * @param roundTrip milliseconds to the media node and back
 * @param jitter milliseconds by which what was received came irregularly
 * @param freezes how often a picture stood still; together, no average
 * @param frozen milliseconds for which one did; together
 */
public record Averages(
    int sentBitrate,
    int receivedBitrate,
    OptionalInt sentLost,
    OptionalInt receivedLost,
    OptionalInt roundTrip,
    OptionalInt jitter,
    int freezes,
    int frozen) {

  public Averages {
    Objects.requireNonNull(sentLost, "an unknown loss is empty");
    Objects.requireNonNull(receivedLost, "an unknown loss is empty");
    Objects.requireNonNull(roundTrip, "an unknown time is empty");
    Objects.requireNonNull(jitter, "an unknown jitter is empty");
  }
}
