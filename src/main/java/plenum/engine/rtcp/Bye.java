package plenum.engine.rtcp;

import java.util.List;

/**
 * Sources that have ended (RFC 3550 section 6.6); the reason is not kept.
 *
 * @param ssrcs at most 31
 */
public record Bye(List<Integer> ssrcs) implements Rtcp {

  static final int TYPE = 203;

  public Bye {
    ssrcs = List.copyOf(ssrcs);
    if (ssrcs.size() > 31) {
      throw new IllegalArgumentException("A bye names at most 31 sources");
    }
  }
}
