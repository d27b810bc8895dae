package plenum.engine.sdp;

import java.util.List;

/**
 * What was agreed with a publisher.
 *
 * @param sdp our answer
 * @param remoteUfrag the client's ICE user name fragment
 * @param remoteFingerprint of the client's certificate
 * @param dtlsClient whether we begin the handshake
 * @param tracks at most one of each kind, at least one
 */
public record PublisherAgreement(
    String sdp,
    String remoteUfrag,
    Fingerprint remoteFingerprint,
    boolean dtlsClient,
    List<PublishedTrack> tracks) {

  public PublisherAgreement {
    tracks = List.copyOf(tracks);
  }
}
