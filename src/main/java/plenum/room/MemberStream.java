package plenum.room;

import java.util.Objects;
import plenum.media.OnAir;

/**
 * A member's stream on air.
 *
 * @param name what a player asks for
 * @param source {@code camera}, or {@code device}
 * @param codec the picture's codec, empty without a picture
 */
public record MemberStream(String name, String source, boolean audio, boolean video, String codec) {

  public MemberStream {
    Objects.requireNonNull(name, "a stream has a name");
    Objects.requireNonNull(source, "a stream has a source");
    Objects.requireNonNull(codec, "no codec is the empty string");
  }

  /** What the media node reported, as members have it. */
  static MemberStream of(OnAir air, String source) {
    return new MemberStream(air.stream().name(), source, air.audio(), air.video(), air.codec());
  }
}
