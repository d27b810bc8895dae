package plenum.engine.sdp;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Answers a publisher (WHIP, RFC 9725): one codec for each kind, {@code recvonly}, and no repair
 * streams, so that every packet that comes can be passed on as it is.
 */
public final class PublisherNegotiation {

  /** The header extension with the transport-wide sequence number. */
  public static final String TRANSPORT_SEQUENCE =
      "http://www.ietf.org/id/draft-holmer-rmcat-transport-wide-cc-extensions-01";

  private static final String TRANSPORT_FEEDBACK = "transport-cc";
  private static final Set<String> FEEDBACK = Set.of("nack", "nack pli", "ccm fir");
  private static final Set<String> WITH_TRANSPORT_FEEDBACK =
      Set.of("nack", "nack pli", "ccm fir", TRANSPORT_FEEDBACK);

  private PublisherNegotiation() {}

  /**
   * The answer to a publisher's offer.
   *
   * @param maxBitrate that the publisher may send its video with, in bits per second
   * @throws MalformedSdp if the offer lacks what a session needs, or does not send
   * @throws NoCommonCodec if nothing that is offered passes
   */
  public static PublisherAgreement negotiate(
      SessionDescription offer, LocalTransport local, long maxBitrate) {
    RemoteTransport remote = RemoteTransport.of(offer);
    Map<MediaDescription, List<Codec>> selected =
        Offer.select(offer, Direction.RECVONLY, PassedCodecs::preferred);
    AnswerWriter answer = new AnswerWriter(offer, local, remote);
    List<PublishedTrack> tracks = new ArrayList<>();
    for (MediaDescription media : offer.media()) {
      if (selected.containsKey(media)) {
        PublishedTrack track = track(media, selected.get(media).get(0));
        tracks.add(track);
        accept(answer, media, track, maxBitrate);
      } else {
        answer.refuse(media);
      }
    }
    return new PublisherAgreement(
        answer.toString(), remote.iceUfrag(), remote.fingerprint(), remote.dtlsClient(), tracks);
  }

  private static PublishedTrack track(MediaDescription media, Codec codec) {
    int extension = media.extensionId(TRANSPORT_SEQUENCE);
    int used = codec.feedback().contains(TRANSPORT_FEEDBACK) ? extension : 0;
    Codec agreed = codec.keepFeedback(used > 0 ? WITH_TRANSPORT_FEEDBACK : FEEDBACK);
    int ssrc = media.ssrcs().isEmpty() ? 0 : media.ssrcs().get(0).ssrc();
    return new PublishedTrack(media.kind(), media.mid(), codec.payloadType(), agreed, ssrc, used);
  }

  private static void accept(
      AnswerWriter answer, MediaDescription media, PublishedTrack track, long maxBitrate) {
    List<String> bandwidth =
        media.kind().equals("video")
            ? List.of("b=AS:" + maxBitrate / 1000, "b=TIAS:" + maxBitrate)
            : List.of();
    List<String> extension =
        track.transportSequenceId() > 0
            ? List.of("a=extmap:" + track.transportSequenceId() + " " + TRANSPORT_SEQUENCE)
            : List.of();
    answer.accept(media, Direction.RECVONLY, List.of(track.codec()), bandwidth, extension);
  }
}
