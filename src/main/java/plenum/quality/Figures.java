package plenum.quality;

import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What a page measured of one stream in one interval. Browsers differ in what they tell: what one
 * does not tell is missing.
 *
 * @param width of the picture, in pixels
 * @param height of the picture, in pixels
 * @param frameRate frames a second that were sent, or decoded
 * @param capturedRate frames a second that the camera gave; of sent pictures only
 * @param bitrate kbit/s, without headers
 * @param lost packets lost of a thousand; of what is sent, as the media node reported
 * @param roundTrip milliseconds to the media node and back
 * @param jitter milliseconds by which packets come irregularly
 * @param freezes how often the picture stood still
 * @param frozen milliseconds for which it did
 * @param concealed samples of sound of a thousand that the browser had to make up
 * @param firstFrame milliseconds for which the person waited for the first picture; told once
 * @param limitation what keeps the browser from sending a better picture
 */
public record Figures(
    OptionalInt width,
    OptionalInt height,
    OptionalInt frameRate,
    OptionalInt capturedRate,
    OptionalInt bitrate,
    OptionalInt lost,
    OptionalInt roundTrip,
    OptionalInt jitter,
    OptionalInt freezes,
    OptionalInt frozen,
    OptionalInt concealed,
    OptionalInt firstFrame,
    Optional<Limitation> limitation) {

  public Figures {
    Objects.requireNonNull(width, "an unknown width is empty");
    Objects.requireNonNull(height, "an unknown height is empty");
    Objects.requireNonNull(frameRate, "an unknown frame rate is empty");
    Objects.requireNonNull(capturedRate, "an unknown frame rate is empty");
    Objects.requireNonNull(bitrate, "an unknown bitrate is empty");
    Objects.requireNonNull(lost, "an unknown loss is empty");
    Objects.requireNonNull(roundTrip, "an unknown time is empty");
    Objects.requireNonNull(jitter, "an unknown jitter is empty");
    Objects.requireNonNull(freezes, "unknown freezes are empty");
    Objects.requireNonNull(frozen, "an unknown time is empty");
    Objects.requireNonNull(concealed, "an unknown share is empty");
    Objects.requireNonNull(firstFrame, "an unknown time is empty");
    Objects.requireNonNull(limitation, "no limitation is empty");
  }
}
