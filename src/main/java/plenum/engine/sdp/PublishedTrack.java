package plenum.engine.sdp;

/**
 * A track that a publisher will send.
 *
 * @param kind {@code audio} or {@code video}
 * @param codec the agreed codec, with the feedback that both sides use
 * @param marks by what its packets are known
 */
public record PublishedTrack(String kind, Codec codec, TrackMarks marks) {

  /** Of all its packets. */
  public int payloadType() {
    return codec.payloadType();
  }
}
