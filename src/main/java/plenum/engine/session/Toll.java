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
  private Outlets outlets = Outlets.NONE;
  private long media;
  private long other;

  Toll(SessionIdentity identity) {
    membership = new Membership(identity.address(), identity.place());
    ip = identity.address() instanceof Inet6Address ? IPV6 : IPV4;
  }

  /** From now on these hold. */
  void limit(SendingLimits limits, SiteBudget site) {
    outlets = membership.outlets(limits, site);
  }

  /** A packet of media for somebody who plays. */
  void media(int bytes, boolean tcp) {
    media += count(bytes, tcp);
  }

  /** Another datagram. */
  void other(int bytes, boolean tcp) {
    other += count(bytes, tcp);
  }

  private int count(int bytes, boolean tcp) {
    int all = bytes + ip + (tcp ? TCP : UDP);
    if (!outlets.none()) {
      outlets.sent(all, System.nanoTime());
    }
    return all;
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
