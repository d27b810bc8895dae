package plenum.engine.session;

import java.net.Inet6Address;
import java.util.List;
import plenum.engine.SendingLimits;
import plenum.engine.estimate.Pool;
import plenum.engine.estimate.SiteBudget;

/** Counts what a session is sent, with the headers that the network adds. */
final class Toll {

  private static final int IPV4 = 20;
  private static final int IPV6 = 40;
  private static final int UDP = 8;

  /** With the two bytes before each packet (RFC 4571). */
  private static final int TCP = 22;

  private final Membership membership;
  private final int ip;
  private long media;
  private long other;

  Toll(SessionIdentity identity) {
    membership = new Membership(identity.address(), identity.place());
    ip = identity.address() instanceof Inet6Address ? IPV6 : IPV4;
  }

  /** A packet of media for somebody who plays. */
  void media(int bytes, boolean tcp) {
    media += bytes + ip + (tcp ? TCP : UDP);
  }

  /** Another datagram. */
  void other(int bytes, boolean tcp) {
    other += bytes + ip + (tcp ? TCP : UDP);
  }

  /** In which budgets it is. */
  List<Pool> pools(SendingLimits limits) {
    return membership.pools(limits);
  }

  /** What was counted since this was asked last. */
  SiteBudget.Sent collect() {
    SiteBudget.Sent sent = new SiteBudget.Sent(media, other);
    media = 0;
    other = 0;
    return sent;
  }
}
