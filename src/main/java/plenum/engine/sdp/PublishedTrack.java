package plenum.engine.sdp;

/**
 * A track that a publisher will send.
 *
 * @param kind {@code audio} or {@code video}
 * @param mid its m-line, empty if it has no name
 * @param payloadType of all its packets
 * @param codec the agreed codec, with the feedback that both sides use
 * @param ssrc its source; 0 if the offer does not tell, so that the first packet of its payload
 *     type does
 * @param transportSequenceId the id of the transport-wide sequence number's header extension, 0 if
 *     it is not used
 */
public record PublishedTrack(
    String kind, String mid, int payloadType, Codec codec, int ssrc, int transportSequenceId) {}
