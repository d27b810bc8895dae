package plenum.testing;

/** Peer connections of a page, which nobody could see otherwise. */
public final class KeptPeers {

  /** Makes a page that begins with it keep every peer connection in {@code keptPeers}. */
  public static final String SCRIPT =
      """
      window.keptPeers = [];
      window.RTCPeerConnection = class extends RTCPeerConnection {
        constructor(...values) {
          super(...values);
          keptPeers.push(this);
        }
      };
      """;

  private KeptPeers() {}
}
