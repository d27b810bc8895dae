package plenum.engine.sdp;

/**
 * What the offer says of the client's end, for all m-lines of its BUNDLE.
 *
 * @param dtlsClient whether we begin the handshake
 */
record RemoteTransport(String iceUfrag, Fingerprint fingerprint, boolean dtlsClient) {

  /**
   * Reads it from the first m-line that has it; those that are bundle-only have none.
   *
   * @param preferred who begins the handshake when the offer leaves it to us (RFC 8842 5.3)
   */
  static RemoteTransport of(SessionDescription offer, Setup preferred) {
    MediaDescription tagged =
        offer.media().stream()
            .filter(media -> !media.refused() && !media.iceUfrag().isEmpty())
            .findFirst()
            .orElseThrow(() -> new MalformedSdp("The offer has no a=ice-ufrag."));
    if (tagged.icePwd().isEmpty()) {
      throw new MalformedSdp("The offer has no a=ice-pwd.");
    }
    Fingerprint fingerprint =
        tagged
            .fingerprint()
            .orElseThrow(
                () -> new MalformedSdp("The offer has no a=fingerprint of sha-256 or better."));
    boolean client =
        switch (tagged.setup().orElse(Setup.ACTPASS)) {
          case PASSIVE -> true;
          case ACTPASS -> preferred == Setup.ACTIVE;
          case ACTIVE -> false;
        };
    return new RemoteTransport(tagged.iceUfrag(), fingerprint, client);
  }
}
