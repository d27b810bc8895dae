package plenum.engine.sdp;

import java.util.List;

/**
 * What the answer says of our end.
 *
 * @param iceUfrag this session's user name fragment
 * @param icePwd this session's ICE password; a secret of the two ends
 * @param fingerprint of our certificate
 * @param candidates where we are, the preferred first
 */
public record LocalTransport(
    String iceUfrag, String icePwd, Fingerprint fingerprint, List<LocalCandidate> candidates) {

  public LocalTransport {
    candidates = List.copyOf(candidates);
  }

  @Override
  public String toString() {
    return "LocalTransport[iceUfrag=" + iceUfrag + ", candidates=" + candidates + "]";
  }
}
