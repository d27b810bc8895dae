package plenum.engine.sdp;

import java.util.List;

/**
 * A track that a publisher will send.
 *
 * @param kind {@code audio} or {@code video}
 * @param codecs the agreed codecs, each with the feedback that both sides use; the first is the one
 *     that the publisher prefers, and its packets tell which it sends
 * @param marks by what its packets are known
 */
public record PublishedTrack(String kind, List<Codec> codecs, TrackMarks marks) {

  /**
   * @throws IllegalArgumentException without a codec
   */
  public PublishedTrack {
    codecs = List.copyOf(codecs);
    if (codecs.isEmpty()) {
      throw new IllegalArgumentException("A track has a codec");
    }
  }
}
