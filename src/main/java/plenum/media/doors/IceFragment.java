package plenum.media.doors;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import plenum.http.RequestRefused;
import plenum.media.node.NodeIce;

/**
 * What a PATCH of a session brings (RFC 8840 section 9). Its candidates are not read: the server is
 * ICE-lite, it learns the client's addresses from its checks.
 *
 * @param userFragment the client's ICE user name fragment, if it is told
 * @param media the first m-line, if there is one
 * @param mid that one's name, if it has one
 */
record IceFragment(Optional<String> userFragment, Optional<String> media, Optional<String> mid) {

  static final String TYPE = "application/trickle-ice-sdpfrag";

  private static final Pattern LINE = Pattern.compile("[am]=[\\x20-\\x7e]{1,1000}");

  /**
   * @throws RequestRefused when the text is no such fragment
   */
  static IceFragment parse(String text) {
    List<String> lines = text.stripTrailing().lines().toList();
    boolean malformed =
        !lines.stream().allMatch(line -> LINE.matcher(line).matches())
            || find(lines, "a=ice-ufrag:").isPresent() != find(lines, "a=ice-pwd:").isPresent();
    if (lines.isEmpty() || malformed) {
      throw RequestRefused.malformed("malformed-request.fragment");
    }
    return new IceFragment(find(lines, "a=ice-ufrag:"), find(lines, "m="), find(lines, "a=mid:"));
  }

  private static Optional<String> find(List<String> lines, String beginning) {
    return lines.stream()
        .filter(line -> line.startsWith(beginning))
        .map(line -> line.substring(beginning.length()).strip())
        .findFirst();
  }

  /**
   * Whether it names the client otherwise than the session does or did: an ICE restart. Candidates
   * of before a restart may arrive after it.
   */
  boolean restarts(NodeIce now) {
    return userFragment
        .filter(name -> !name.equals(now.remoteUserFragment()) && !now.earlier().contains(name))
        .isPresent();
  }

  /** The answer to an ICE restart, for the same m-line: BUNDLE has one transport. */
  String answer(NodeIce restarted) {
    StringBuilder lines = new StringBuilder("a=ice-lite\r\n");
    media.ifPresent(line -> lines.append("m=").append(line).append("\r\n"));
    mid.ifPresent(name -> lines.append("a=mid:").append(name).append("\r\n"));
    lines.append("a=ice-ufrag:").append(restarted.userFragment()).append("\r\n");
    lines.append("a=ice-pwd:").append(restarted.password()).append("\r\n");
    for (String candidate : restarted.candidates()) {
      lines.append("a=").append(candidate).append("\r\n");
    }
    return lines.append("a=end-of-candidates\r\n").toString();
  }
}
