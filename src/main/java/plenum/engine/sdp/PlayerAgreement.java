package plenum.engine.sdp;

import java.util.List;
import java.util.OptionalInt;

/**
 * What was agreed with a player.
 *
 * @param sdp our answer
 * @param remoteUfrag the client's ICE user name fragment
 * @param remoteFingerprints of the client's certificate, one of which must be right
 * @param dtlsClient whether we begin the handshake
 * @param tracks in the order of their sections, at least one; of a player at most one of each kind
 */
public record PlayerAgreement(
    String sdp,
    String remoteUfrag,
    List<Fingerprint> remoteFingerprints,
    boolean dtlsClient,
    List<PlayedTrack> tracks) {

  public PlayerAgreement {
    remoteFingerprints = List.copyOf(remoteFingerprints);
    tracks = List.copyOf(tracks);
  }

  /** The player's payload type for a publisher's codec, see {@link PlayedTrack#payloadType}. */
  public OptionalInt payloadType(String codecName, String fmtp) {
    return tracks.stream()
        .map(track -> track.payloadType(codecName, fmtp))
        .filter(OptionalInt::isPresent)
        .findFirst()
        .orElse(OptionalInt.empty());
  }
}
