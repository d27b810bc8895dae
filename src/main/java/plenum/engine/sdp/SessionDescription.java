package plenum.engine.sdp;

import java.util.List;

/**
 * An offer or an answer.
 *
 * @param bundle the mids of the first {@code a=group:BUNDLE} (RFC 9143), empty if there is none
 * @param iceLite {@code a=ice-lite}
 * @param media the m-lines in their order, at least one
 */
public record SessionDescription(
    List<String> bundle, boolean iceLite, List<MediaDescription> media) {

  /** Longer text is not read. */
  public static final int MAX_LENGTH = 64 * 1024;

  /** More m-lines are not read. */
  public static final int MAX_MEDIA = 32;

  public SessionDescription {
    bundle = List.copyOf(bundle);
    media = List.copyOf(media);
  }

  /**
   * Reads SDP with CRLF or LF line ends; blank lines at the end do no harm.
   *
   * @throws MalformedSdp with a sentence that names the line
   */
  public static SessionDescription parse(String sdp) {
    return new SdpParser().parse(sdp);
  }
}
