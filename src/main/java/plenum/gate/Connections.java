package plenum.gate;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import plenum.settings.Network;

/** How many connections each address has. Thread-safe. */
final class Connections {

  private final int mostPerAddress;
  private final Map<Network, Integer> counts = new ConcurrentHashMap<>();

  Connections(int mostPerAddress) {
    this.mostPerAddress = mostPerAddress;
  }

  /** One more; false when the address has too many, and this one is not counted. */
  boolean enter(Network address) {
    boolean[] fits = {true};
    counts.merge(
        address,
        1,
        (count, one) -> {
          fits[0] = count < mostPerAddress;
          return fits[0] ? count + one : count;
        });
    return fits[0];
  }

  void leave(Network address) {
    counts.computeIfPresent(address, (same, count) -> count == 1 ? null : count - 1);
  }
}
