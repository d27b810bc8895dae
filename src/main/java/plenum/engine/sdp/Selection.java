package plenum.engine.sdp;

import java.util.List;
import java.util.Map;

/**
 * What of an offer is used.
 *
 * @param codecs of each section that is used, by identity: sections without names may be equal
 * @param bundle the names of the BUNDLE group that they are all in, in its order; empty without one
 * @param remote the client's end
 * @param rtcpRsize whether reduced-size RTCP was offered
 */
record Selection(
    Map<MediaDescription, List<Codec>> codecs,
    List<String> bundle,
    RemoteTransport remote,
    boolean rtcpRsize) {

  boolean uses(MediaDescription media) {
    return codecs.containsKey(media);
  }

  List<Codec> of(MediaDescription media) {
    return codecs.get(media);
  }
}
