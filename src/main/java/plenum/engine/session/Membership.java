package plenum.engine.session;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import plenum.engine.SendingLimits;
import plenum.engine.estimate.Pool;
import plenum.engine.estimate.SiteBudget;

/** In which budgets somebody is, by their address and their place. */
final class Membership {

  private final InetAddress address;
  private final Optional<String> place;
  private SendingLimits limits = SendingLimits.NONE;
  private List<Pool> pools = List.of();

  Membership(InetAddress address, Optional<String> place) {
    this.address = address;
    this.place = place;
  }

  /** Those of these limits. */
  List<Pool> pools(SendingLimits now) {
    if (now != limits) {
      limits = now;
      pools = find();
    }
    return pools;
  }

  /** The outlets of those. */
  Outlets outlets(SendingLimits now, SiteBudget site) {
    return now.any() ? new Outlets(site.outlets(pools(now))) : Outlets.NONE;
  }

  private List<Pool> find() {
    List<Pool> found = new ArrayList<>();
    limits.site().ifPresent(bitrate -> found.add(new Pool("site", bitrate)));
    limits
        .place()
        .ifPresent(
            bitrate -> place.ifPresent(name -> found.add(new Pool("place " + name, bitrate))));
    for (SendingLimits.Line line : limits.lines()) {
      if (line.has(address)) {
        String range = line.network().getHostAddress() + "/" + line.bits();
        found.add(new Pool("line " + range, line.bitrate()));
      }
    }
    return List.copyOf(found);
  }
}
