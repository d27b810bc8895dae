package plenum.engine.sdp;

import java.util.List;

/**
 * What was agreed with a publisher.
 *
 * @param sdp our answer
 * @param remoteUfrag the client's ICE user name fragment
 * @param remoteFingerprints of the client's certificate, one of which must be right
 * @param dtlsClient whether we begin the handshake
 * @param tracks at most one of each kind, at least one
 */
public record PublisherAgreement(
    String sdp,
    String remoteUfrag,
    List<Fingerprint> remoteFingerprints,
    boolean dtlsClient,
    List<PublishedTrack> tracks) {

  public PublisherAgreement {
    remoteFingerprints = List.copyOf(remoteFingerprints);
    tracks = List.copyOf(tracks);
  }
}
