package plenum.engine.sdp;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * One m-line and what follows it. Attributes that a description gives once for all its media are
 * here in each.
 *
 * @param kind {@code audio}, {@code video}, {@code application}
 * @param protocol for example {@code UDP/TLS/RTP/SAVPF}
 * @param formats the m-line's formats as written
 * @param mid its name, empty if it has none
 * @param refused port 0, and not because it is {@code a=bundle-only} and in a group
 * @param bundleOnly {@code a=bundle-only} (RFC 9143 section 6), in a group
 * @param direction seen from the writer
 * @param codecs the payload types that have an {@code a=rtpmap}, in the m-line's order
 * @param extensions RTP header extensions by their ids
 * @param ssrcs without those that repair others ({@code a=ssrc-group:FID})
 * @param repairSources as which source packets of another one are sent again (RFC 4588 section 8.7)
 * @param layers the names (RFC 8851) of the encodings that are sent at the same time ({@code
 *     a=simulcast}, RFC 8853), in the writer's order; empty for one alone
 * @param iceUfrag empty if absent, as it may be in all but one of a BUNDLE group, like all that
 *     follows
 * @param icePwd empty if absent
 * @param fingerprints all of algorithms that we know: the certificate has one of them (RFC 8122
 *     section 5)
 * @param setup who begins the handshake
 * @param rtcpMux {@code a=rtcp-mux}
 * @param rtcpRsize {@code a=rtcp-rsize}
 * @param mixedExtensions {@code a=extmap-allow-mixed} (RFC 8285 section 6)
 */
public record MediaDescription(
    String kind,
    String protocol,
    List<String> formats,
    String mid,
    boolean refused,
    boolean bundleOnly,
    Direction direction,
    List<Codec> codecs,
    Map<Integer, HeaderExtension> extensions,
    List<Ssrc> ssrcs,
    Map<Integer, Integer> repairSources,
    List<String> layers,
    String iceUfrag,
    String icePwd,
    List<Fingerprint> fingerprints,
    Optional<Setup> setup,
    boolean rtcpMux,
    boolean rtcpRsize,
    boolean mixedExtensions) {

  public MediaDescription {
    formats = List.copyOf(formats);
    codecs = List.copyOf(codecs);
    extensions = Map.copyOf(extensions);
    ssrcs = List.copyOf(ssrcs);
    repairSources = Map.copyOf(repairSources);
    layers = List.copyOf(layers);
    fingerprints = List.copyOf(fingerprints);
  }

  /** The id of a header extension that the writer's packets may have, 0 if there is none. */
  int sentExtension(String uri) {
    return extension(uri, HeaderExtension::isSent);
  }

  /** The id of a header extension that packets to the writer may have, 0 if there is none. */
  int receivedExtension(String uri) {
    return extension(uri, HeaderExtension::isReceived);
  }

  private int extension(String uri, Predicate<HeaderExtension> open) {
    return extensions.entrySet().stream()
        .filter(entry -> entry.getValue().uri().equals(uri) && open.test(entry.getValue()))
        .mapToInt(Map.Entry::getKey)
        .min()
        .orElse(0);
  }

  boolean isAudioOrVideo() {
    return kind.equals("audio") || kind.equals("video");
  }

  /**
   * Whether it is audio or video, or anything else but a data channel, and not switched off by the
   * client. Clients that need no data channel often offer one.
   */
  boolean isInUse() {
    return !refused && direction != Direction.INACTIVE && !kind.equals("application");
  }

  /** Without the password. */
  @Override
  public String toString() {
    return "MediaDescription[" + kind + ", mid=" + mid + ", " + direction + ", " + codecs + "]";
  }
}
