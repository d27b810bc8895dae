package plenum.engine.sdp;

import java.util.List;
import java.util.Map;

/**
 * A track that a publisher will send.
 *
 * @param kind {@code audio} or {@code video}
 * @param codecs the agreed codecs, each with the feedback that both sides use; the first is the one
 *     that the publisher prefers, and its packets tell which it sends
 * @param marks by what its packets are known
 * @param repairs with which payload type packets are sent again (RFC 4588), by the payload type
 *     that they had; what is not in it is sent again as it was
 * @param layers the names (RFC 8851) of the encodings that it is sent in at the same time, in the
 *     offer's order; empty for one alone, which has no name
 */
public record PublishedTrack(
    String kind,
    List<Codec> codecs,
    TrackMarks marks,
    Map<Integer, Codec> repairs,
    List<String> layers) {

  /** Of what is sent once, and again as it was. */
  public PublishedTrack(String kind, List<Codec> codecs, TrackMarks marks) {
    this(kind, codecs, marks, Map.of(), List.of());
  }

  /**
   * @throws IllegalArgumentException without a codec
   */
  public PublishedTrack {
    codecs = List.copyOf(codecs);
    repairs = Map.copyOf(repairs);
    layers = List.copyOf(layers);
    if (codecs.isEmpty()) {
      throw new IllegalArgumentException("A track has a codec");
    }
  }
}
