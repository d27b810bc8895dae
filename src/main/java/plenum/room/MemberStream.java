package plenum.room;

import java.util.Objects;

/**
 * A member's stream on air.
 *
 * @param name what a player asks for
 * @param source {@code camera}
 * @param codec the picture's codec, empty without a picture
 */
public record MemberStream(String name, String source, boolean audio, boolean video, String codec) {

  public MemberStream {
    Objects.requireNonNull(name, "a stream has a name");
    Objects.requireNonNull(source, "a stream has a source");
    Objects.requireNonNull(codec, "no codec is the empty string");
  }
}
