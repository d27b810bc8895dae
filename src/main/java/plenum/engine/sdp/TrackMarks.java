package plenum.engine.sdp;

import java.util.ArrayList;
import java.util.List;

/**
 * By what the packets of a track are told from others' in a BUNDLE (RFC 9143 section 9.2), for what
 * a publisher sends and for what a player is sent.
 *
 * @param mid the track's m-line, empty if it has no name
 * @param ssrc its source (RFC 3550 section 8); 0 if a publisher's offer does not tell, so that the
 *     first packet of its payload type does
 * @param headers which header extensions its packets may have
 * @param repairSsrc as which source its packets are sent again (RFC 4588 section 4); 0 if that is
 *     not told, or they are not sent again as those of another one
 */
public record TrackMarks(String mid, int ssrc, HeaderIds headers, int repairSsrc) {

  /** Of packets that are not sent again as those of another source. */
  public TrackMarks(String mid, int ssrc, HeaderIds headers) {
    this(mid, ssrc, headers, 0);
  }

  /**
   * Of what a publisher sends: its first source; those of a picture in several encodings are told
   * by their names.
   */
  static TrackMarks received(MediaDescription offered, List<Codec> codecs) {
    int ssrc = offered.ssrcs().isEmpty() ? 0 : offered.ssrcs().get(0).ssrc();
    HeaderIds headers = HeaderIds.received(offered, codecs);
    return new TrackMarks(
        offered.mid(), ssrc, headers, offered.repairSources().getOrDefault(ssrc, 0));
  }

  /**
   * Of what a player is sent: a source of ours.
   *
   * @param repairSsrc another source of ours for what is sent again, 0 for none
   */
  static TrackMarks sent(MediaDescription offered, int ssrc, int repairSsrc, List<Codec> codecs) {
    return new TrackMarks(
        offered.mid(), ssrc, HeaderIds.sent(offered, codecs, repairSsrc != 0), repairSsrc);
  }

  boolean withTransportSequence() {
    return headers.transportSequence() > 0;
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
