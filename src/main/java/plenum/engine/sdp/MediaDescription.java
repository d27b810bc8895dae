package plenum.engine.sdp;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One m-line and what follows it. Attributes that a description gives once for all its media are
 * here in each.
 *
 * @param kind {@code audio}, {@code video}, {@code application}
 * @param protocol for example {@code UDP/TLS/RTP/SAVPF}
 * @param formats the m-line's formats as written
 * @param mid its name, empty if it has none
 * @param refused port 0, and not because it is {@code a=bundle-only}
 * @param direction seen from the writer
 * @param codecs the payload types that have an {@code a=rtpmap}, in the m-line's order
 * @param extensions RTP header extensions: id to URI
 * @param ssrcs without those that repair others ({@code a=ssrc-group:FID})
 * @param iceUfrag empty if absent, as in m-lines that are bundle-only
 * @param icePwd empty if absent
 * @param fingerprint the first of an algorithm that we know
 * @param setup who begins the handshake
 * @param rtcpMux {@code a=rtcp-mux}
 * @param rtcpRsize {@code a=rtcp-rsize}
 */
public record MediaDescription(
    String kind,
    String protocol,
    List<String> formats,
    String mid,
    boolean refused,
    Direction direction,
    List<Codec> codecs,
    Map<Integer, String> extensions,
    List<Ssrc> ssrcs,
    String iceUfrag,
    String icePwd,
    Optional<Fingerprint> fingerprint,
    Optional<Setup> setup,
    boolean rtcpMux,
    boolean rtcpRsize) {

  public MediaDescription {
    formats = List.copyOf(formats);
    codecs = List.copyOf(codecs);
    extensions = Map.copyOf(extensions);
    ssrcs = List.copyOf(ssrcs);
  }

  /** The id of a header extension, 0 if it is not offered. */
  public int extensionId(String uri) {
    return extensions.entrySet().stream()
        .filter(entry -> entry.getValue().equals(uri))
        .mapToInt(Map.Entry::getKey)
        .min()
        .orElse(0);
  }

  /** Whether it is audio or video, offered for use, over SRTP with feedback. */
  boolean carriesMedia() {
    return !refused
        && direction != Direction.INACTIVE
        && (kind.equals("audio") || kind.equals("video"))
        && protocol.endsWith("RTP/SAVPF");
  }

  /** Without the password. */
  @Override
  public String toString() {
    return "MediaDescription[" + kind + ", mid=" + mid + ", " + direction + ", " + codecs + "]";
  }
}
