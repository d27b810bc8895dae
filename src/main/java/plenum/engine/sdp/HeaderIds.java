package plenum.engine.sdp;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The ids of the header extensions (RFC 8285) that a track's packets may have, each 0 if it is not
 * used. This is the one place that decides about them and writes them into answers.
 *
 * @param transportSequence the transport-wide sequence number
 * @param mid the name of the m-line (RFC 9143 section 15)
 * @param rid the name of one of several encodings (RFC 8852 section 4.1)
 * @param repairedRid the name of the encoding of which packets are sent again (RFC 8852 section
 *     4.2)
 * @param audioLevel how loud a sound is (RFC 6464)
 * @param dependency of which temporal layer a frame is, and what it refers to (AV1 RTP payload
 *     format, appendix A)
 * @param sendTime when the packet left (abs-send-time)
 */
public record HeaderIds(
    int transportSequence,
    int mid,
    int rid,
    int repairedRid,
    int audioLevel,
    int dependency,
    int sendTime) {

  /** Of packets without any. */
  public static final HeaderIds NONE = new HeaderIds(0, 0, 0, 0, 0, 0);

  /** Of what a publisher sends. */
  public HeaderIds(
      int transportSequence, int mid, int rid, int repairedRid, int audioLevel, int dependency) {
    this(transportSequence, mid, rid, repairedRid, audioLevel, dependency, 0);
  }

  static final String RID = "urn:ietf:params:rtp-hdrext:sdes:rtp-stream-id";
  static final String REPAIRED_RID = "urn:ietf:params:rtp-hdrext:sdes:repaired-rtp-stream-id";
  static final String MID = "urn:ietf:params:rtp-hdrext:sdes:mid";
  static final String AUDIO_LEVEL = "urn:ietf:params:rtp-hdrext:ssrc-audio-level";
  static final String TRANSPORT_SEQUENCE =
      "http://www.ietf.org/id/draft-holmer-rmcat-transport-wide-cc-extensions-01";
  static final String DEPENDENCY =
      "https://aomediacodec.github.io/av1-rtp-spec/#dependency-descriptor-rtp-header-extension";

  static final String SEND_TIME = "http://www.webrtc.org/experiments/rtp-hdrext/abs-send-time";

  /** What a receiver believes that its link carries (REMB). */
  static final String RECEIVER_ESTIMATE = "goog-remb";

  /** The feedback without which the transport-wide sequence number is of no use. */
  static final String TRANSPORT_FEEDBACK = "transport-cc";

  /**
   * The codecs whose payload does not say of which layer a frame is. With those whose payload does,
   * browsers leave it out there as soon as a header extension says it, and what decoders go by with
   * it.
   */
  private static final Set<String> DESCRIBED = Set.of("H264", "AV1");

  private static final int MAX_SHORT_ID = 14;

  /** Of what a publisher sends. */
  static HeaderIds received(MediaDescription offered, List<Codec> codecs) {
    boolean told = codecs.stream().anyMatch(codec -> codec.feedback().contains(TRANSPORT_FEEDBACK));
    int rid = offered.layers().size() > 1 ? offered.sentExtension(RID) : 0;
    return new HeaderIds(
        told ? offered.sentExtension(TRANSPORT_SEQUENCE) : 0,
        offered.mid().isEmpty() ? 0 : offered.sentExtension(MID),
        rid,
        rid == 0 ? 0 : offered.sentExtension(REPAIRED_RID),
        offered.kind().equals("audio") ? offered.sentExtension(AUDIO_LEVEL) : 0,
        DESCRIBED.contains(codecs.get(0).name()) ? offered.sentExtension(DEPENDENCY) : 0);
  }

  /**
   * Of what a player is sent: the transport-wide sequence number if it offers both that and the
   * feedback about it, and an id that fits into one byte (RFC 8285 section 4.2); else the time of
   * sending, if it offers to estimate by that.
   *
   * @param repaired whether what is sent again is another packet: it leaves at another time
   */
  static HeaderIds sent(MediaDescription offered, List<Codec> codecs, boolean repaired) {
    boolean told = codecs.stream().allMatch(c -> c.feedback().contains(TRANSPORT_FEEDBACK));
    int id = offered.receivedExtension(TRANSPORT_SEQUENCE);
    int number = told && id <= MAX_SHORT_ID ? id : 0;
    return new HeaderIds(
        number, 0, 0, 0, 0, 0, number == 0 && repaired ? sendTime(offered, codecs) : 0);
  }

  private static int sendTime(MediaDescription offered, List<Codec> codecs) {
    boolean estimates = codecs.stream().allMatch(c -> c.feedback().contains(RECEIVER_ESTIMATE));
    int id = offered.receivedExtension(SEND_TIME);
    return estimates && id <= MAX_SHORT_ID ? id : 0;
  }

  /**
   * The attributes that agree to them: with a direction where the offer has one, which is then ours
   * (RFC 8285 section 8).
   *
   * @param ours what we do with the track
   */
  List<String> lines(MediaDescription offered, Direction ours) {
    List<String> lines = new ArrayList<>();
    int[] ids = {transportSequence, mid, rid, repairedRid, audioLevel, dependency, sendTime};
    for (int id : ids) {
      if (id > 0) {
        HeaderExtension extension = offered.extensions().get(id);
        String way = extension.direction().map(told -> "/" + ours.attribute()).orElse("");
        lines.add("a=extmap:" + id + way + " " + extension.uri());
      }
    }
    return lines;
  }
}
