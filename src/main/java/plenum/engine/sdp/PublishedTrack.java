package plenum.engine.sdp;

import java.util.List;

/**
 * A track that a publisher will send.
 *
 * @param kind {@code audio} or {@code video}
 * @param codecs the agreed codecs, each with the feedback that both sides use; the first is the one
 *     that the publisher prefers, and its packets tell which it sends
 * @param marks by what its packets are known
 * @param layers the names (RFC 8851) of the encodings that it is sent in at the same time, in the
 *     offer's order; empty for one alone, which has no name
 */
public record PublishedTrack(
    String kind, List<Codec> codecs, TrackMarks marks, List<String> layers) {

  /** Of what is sent once. */
  public PublishedTrack(String kind, List<Codec> codecs, TrackMarks marks) {
    this(kind, codecs, marks, List.of());
  }

  /**
   * @throws IllegalArgumentException without a codec
   */
  public PublishedTrack {
    codecs = List.copyOf(codecs);
    layers = List.copyOf(layers);
    if (codecs.isEmpty()) {
      throw new IllegalArgumentException("A track has a codec");
    }
  }
}
