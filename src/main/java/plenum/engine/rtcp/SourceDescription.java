package plenum.engine.rtcp;

import java.util.List;
import java.util.Objects;

/**
 * The canonical names of sources (RFC 3550 section 6.5); other items are not kept.
 *
 * @param sources at most 31
 */
public record SourceDescription(List<Source> sources) implements Rtcp {

  static final int TYPE = 202;
  static final int CNAME = 1;

  /**
   * One source.
   *
   * @param ssrc its identifier
   * @param cname its canonical name, empty if it told none; at most 255 bytes of UTF-8 are written
   */
  public record Source(int ssrc, String cname) {
    public Source {
      Objects.requireNonNull(cname, "an unknown canonical name is empty");
    }
  }

  public SourceDescription {
    sources = List.copyOf(sources);
    if (sources.size() > 31) {
      throw new IllegalArgumentException("A description holds at most 31 sources");
    }
  }

  /** The description of one source. */
  public static SourceDescription of(int ssrc, String cname) {
    return new SourceDescription(List.of(new Source(ssrc, cname)));
  }
}
