package plenum.engine.sdp;

import java.util.List;

/**
 * What the offer says of the client's end, for all m-lines of its BUNDLE.
 *
 * @param fingerprints of its certificate, one of which must be right; at least one
 * @param dtlsClient whether we begin the handshake
 */
record RemoteTransport(String iceUfrag, List<Fingerprint> fingerprints, boolean dtlsClient) {

  /**
   * Reads it from the m-line that has it for all.
   *
   * @param preferred who begins the handshake when the offer leaves it to us (RFC 8842 5.3)
   */
  static RemoteTransport of(MediaDescription tagged, Setup preferred) {
    if (tagged.icePwd().isEmpty()) {
      throw new MalformedSdp("The offer has no a=ice-pwd.");
    }
    if (tagged.fingerprints().isEmpty()) {
      throw new MalformedSdp("The offer has no a=fingerprint of sha-256 or better.");
    }
    boolean client =
        switch (tagged.setup().orElse(Setup.ACTPASS)) {
          case PASSIVE -> true;
          case ACTPASS -> preferred == Setup.ACTIVE;
          case ACTIVE -> false;
          case HOLDCONN ->
              throw new UnsupportedOffer(
                  "The offer has a=setup:holdconn, with which nobody begins the DTLS handshake.");
        };
    return new RemoteTransport(tagged.iceUfrag(), tagged.fingerprints(), client);
  }
}
