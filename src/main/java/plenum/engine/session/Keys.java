package plenum.engine.session;

import plenum.engine.dtls.DtlsKeys;
import plenum.engine.srtp.SrtpProfile;
import plenum.engine.srtp.SrtpReceiver;
import plenum.engine.srtp.SrtpSender;

/**
 * Both directions of a session's SRTP.
 *
 * @param sender what we send
 * @param receiver what the peer sends
 */
record Keys(SrtpSender sender, SrtpReceiver receiver) {

  /** The keys that a handshake agreed on. */
  static Keys of(DtlsKeys agreed) {
    SrtpProfile profile =
        SrtpProfile.byId(agreed.profileId())
            .orElseThrow(
                () -> new IllegalStateException("DTLS agreed on profile " + agreed.profileId()));
    return new Keys(
        new SrtpSender(profile, agreed.localKey(), agreed.localSalt()),
        new SrtpReceiver(profile, agreed.remoteKey(), agreed.remoteSalt()));
  }
}
