package plenum.engine.sdp;

import java.util.ArrayList;
import java.util.List;

/**
 * By what the packets of a track are told from others' in a BUNDLE (RFC 9143 section 9.2), and
 * which header extensions (RFC 8285) they carry. This is the one place that decides both and writes
 * them into answers, for what a publisher sends and for what a player is sent.
 *
 * @param mid the track's m-line, empty if it has no name
 * @param ssrc its source (RFC 3550 section 8); 0 if a publisher's offer does not tell, so that the
 *     first packet of its payload type does
 * @param transportSequenceId the id of the header extension with the transport-wide sequence
 *     number, 0 if it is not used
 * @param midId the id of the header extension with the name of the m-line, 0 if it is not used
 * @param ridId the id of the header extension with the name of one of several encodings, 0 if it is
 *     not used
 * @param audioLevelId the id of the header extension that says how loud a sound is (RFC 6464), 0 if
 *     it is not used
 * @param repairSsrc as which source a player is sent packets again (RFC 4588 section 4); 0 if not
 *     as one of their own
 */
public record TrackMarks(
    String mid,
    int ssrc,
    int transportSequenceId,
    int midId,
    int ridId,
    int audioLevelId,
    int repairSsrc) {

  /** The header extension with the name of an encoding (RFC 8852 section 4.1). */
  static final String RID = "urn:ietf:params:rtp-hdrext:sdes:rtp-stream-id";

  /** The header extension with the name of the m-line (RFC 9143 section 15). */
  static final String MID = "urn:ietf:params:rtp-hdrext:sdes:mid";

  /** The header extension that says how loud the sound of a packet is (RFC 6464). */
  static final String AUDIO_LEVEL = "urn:ietf:params:rtp-hdrext:ssrc-audio-level";

  /** The header extension with the transport-wide sequence number. */
  static final String TRANSPORT_SEQUENCE =
      "http://www.ietf.org/id/draft-holmer-rmcat-transport-wide-cc-extensions-01";

  /** The feedback without which the transport-wide sequence number is of no use. */
  static final String TRANSPORT_FEEDBACK = "transport-cc";

  private static final int MAX_SHORT_ID = 14;

  /** Of packets that do not name their m-line. */
  public TrackMarks(String mid, int ssrc, int transportSequenceId) {
    this(mid, ssrc, transportSequenceId, 0, 0, 0);
  }

  /** Of what a publisher sends. */
  public TrackMarks(
      String mid, int ssrc, int transportSequenceId, int midId, int ridId, int audioLevelId) {
    this(mid, ssrc, transportSequenceId, midId, ridId, audioLevelId, 0);
  }

  /**
   * Of what a publisher sends: its first source; those of a picture in several encodings are told
   * by their names.
   */
  static TrackMarks received(MediaDescription offered, List<Codec> codecs) {
    int ssrc = offered.ssrcs().isEmpty() ? 0 : offered.ssrcs().get(0).ssrc();
    boolean used = codecs.stream().anyMatch(codec -> codec.feedback().contains(TRANSPORT_FEEDBACK));
    return new TrackMarks(
        offered.mid(),
        ssrc,
        used ? offered.extensionId(TRANSPORT_SEQUENCE) : 0,
        offered.mid().isEmpty() ? 0 : offered.extensionId(MID),
        offered.layers().size() > 1 ? offered.extensionId(RID) : 0,
        offered.kind().equals("audio") ? offered.extensionId(AUDIO_LEVEL) : 0);
  }

  /**
   * Of what a player is sent: a source of ours, with transport-wide sequence numbers if it offers
   * both them and the feedback about them, and an id that fits into one byte (RFC 8285 section
   * 4.2).
   *
   * @param repairSsrc another source of ours for what is sent again, 0 for none
   */
  static TrackMarks sent(MediaDescription offered, int ssrc, int repairSsrc, List<Codec> codecs) {
    boolean told = codecs.stream().allMatch(c -> c.feedback().contains(TRANSPORT_FEEDBACK));
    int id = offered.extensionId(TRANSPORT_SEQUENCE);
    int sequenceId = told && id <= MAX_SHORT_ID ? id : 0;
    return new TrackMarks(offered.mid(), ssrc, sequenceId, 0, 0, 0, repairSsrc);
  }

  boolean withTransportSequence() {
    return transportSequenceId > 0;
  }

  /** The attributes that agree to header extensions. */
  List<String> extensionLines() {
    List<String> lines = new ArrayList<>();
    if (withTransportSequence()) {
      lines.add("a=extmap:" + transportSequenceId + " " + TRANSPORT_SEQUENCE);
    }
    if (midId > 0) {
      lines.add("a=extmap:" + midId + " " + MID);
    }
    if (ridId > 0) {
      lines.add("a=extmap:" + ridId + " " + RID);
    }
    if (audioLevelId > 0) {
      lines.add("a=extmap:" + audioLevelId + " " + AUDIO_LEVEL);
    }
    return lines;
  }

  /**
   * The attributes that announce our sources to a player (RFC 5576, RFC 8830).
   *
   * @param cname the canonical name of all that the player is sent
   * @param ids of the media stream and of the track in it
   */
  List<String> sourceLines(String cname, String ids) {
    List<String> lines = new ArrayList<>(List.of("a=msid:" + ids));
    if (repairSsrc != 0) {
      lines.add("a=ssrc-group:FID " + text(ssrc) + " " + text(repairSsrc));
    }
    lines.addAll(sourceLines(ssrc, cname, ids));
    if (repairSsrc != 0) {
      lines.addAll(sourceLines(repairSsrc, cname, ids));
    }
    return lines;
  }

  private static List<String> sourceLines(int ssrc, String cname, String ids) {
    String source = "a=ssrc:" + text(ssrc);
    return List.of(source + " cname:" + cname, source + " msid:" + ids);
  }

  private static String text(int ssrc) {
    return Integer.toUnsignedString(ssrc);
  }
}
