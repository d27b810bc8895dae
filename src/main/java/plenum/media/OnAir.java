package plenum.media;

import java.util.Objects;

/**
 * A stream whose media flows, as its node reported it.
 *
 * @param stream its name
 * @param audio whether it carries sound
 * @param video whether it carries a picture
 * @param codec the picture's codec by its RTP encoding name ({@code H264}, {@code VP8}, {@code
 *     VP9}, {@code AV1}); empty without a picture
 */
public record OnAir(StreamId stream, boolean audio, boolean video, String codec) {
  public OnAir {
    Objects.requireNonNull(stream, "what is on air has a name");
    Objects.requireNonNull(codec, "no codec is the empty string");
  }
}
