package plenum.engine.session;

import plenum.engine.EngineEvents;
import plenum.engine.ice.IceLite;

/**
 * What an offer and our answer agreed on: all that a session begins with.
 *
 * @param identity its names
 * @param sdp our answer
 * @param ice its connectivity
 * @param peer the other end of its handshake
 * @param role makes what it is for
 */
record Agreed(
    SessionIdentity identity, String sdp, IceLite ice, Handshake.Peer peer, RoleMaker role) {

  /** Makes a role, once its session is there. */
  @FunctionalInterface
  interface RoleMaker {
    SessionRole make(Session session, LiveStreams streams, EngineEvents events);
  }
}
