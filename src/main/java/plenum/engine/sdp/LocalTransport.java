package plenum.engine.sdp;

import java.net.InetSocketAddress;
import java.util.List;

/**
 * What the answer says of our end.
 *
 * @param iceUfrag this session's user name fragment
 * @param icePwd this session's ICE password; a secret of the two ends
 * @param fingerprint of our certificate
 * @param candidates our addresses, the preferred first; each resolved
 */
public record LocalTransport(
    String iceUfrag, String icePwd, Fingerprint fingerprint, List<InetSocketAddress> candidates) {

  public LocalTransport {
    candidates = List.copyOf(candidates);
  }

  @Override
  public String toString() {
    return "LocalTransport[iceUfrag=" + iceUfrag + ", candidates=" + candidates + "]";
  }
}
