package plenum.engine.sdp;

import java.util.List;

/**
 * An offer or an answer.
 *
 * @param bundles the mids of each {@code a=group:BUNDLE} (RFC 9143)
 * @param iceLite {@code a=ice-lite}
 * @param media the m-lines in their order, at least one
 */
public record SessionDescription(
    List<List<String>> bundles, boolean iceLite, List<MediaDescription> media) {

  /** Longer text is not read. */
  public static final int MAX_LENGTH = 64 * 1024;

  /** More m-lines are not read. */
  public static final int MAX_MEDIA = 32;

  public SessionDescription {
    bundles = bundles.stream().map(List::copyOf).toList();
    media = List.copyOf(media);
  }

  /**
   * The names of the group that all these are in, else that of the first; empty if it is in none.
   */
  List<String> bundleOf(List<MediaDescription> sections) {
    String first = sections.get(0).mid();
    return bundles.stream()
        .filter(names -> sections.stream().allMatch(media -> names.contains(media.mid())))
        .findFirst()
        .or(() -> bundles.stream().filter(names -> names.contains(first)).findFirst())
        .orElse(List.of());
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
