package plenum.engine.session;

import plenum.engine.EngineEvents;
import plenum.engine.EngineSettings;
import plenum.engine.dtls.DtlsHandshakes;
import plenum.engine.dtls.DtlsIdentity;
import plenum.engine.estimate.SiteBudget;
import plenum.engine.sdp.Fingerprint;

/**
 * What all loops of an engine have together.
 *
 * @param fingerprint of the engine's certificate
 * @param handshakes the threads that shake hands
 * @param sessions all there are
 * @param budget of the site: each loop tells what it sends, and is told what it may send
 */
record Shared(
    Fingerprint fingerprint, DtlsHandshakes handshakes, Directory sessions, SiteBudget budget) {

  /** For a new engine on so many loops, with a new certificate. */
  static Shared create(EngineSettings settings, EngineEvents events, int loops) {
    DtlsIdentity identity = DtlsIdentity.generate();
    return new Shared(
        new Fingerprint("sha-256", identity.fingerprint()),
        new DtlsHandshakes(
            identity,
            settings.maxHandshakes(),
            settings.connectTimeout(),
            new ReportedEvents(events)),
        new Directory(loops),
        new SiteBudget());
  }
}
