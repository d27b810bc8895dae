package plenum.gate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import plenum.settings.Network;

/** What waits in memory for the clients of each address that do not read, at one moment. */
final class Unread {

  private record Waiting(long bytes, Runnable end) {}

  private final long most;
  private final Map<Network, List<Waiting>> byAddress = new HashMap<>();

  /**
   * @param most bytes of one address
   */
  Unread(long most) {
    this.most = most;
  }

  /**
   * Adds a connection.
   *
   * @param end disconnects it
   */
  void add(Network address, long bytes, Runnable end) {
    if (bytes > 0) {
      byAddress.computeIfAbsent(address, first -> new ArrayList<>()).add(new Waiting(bytes, end));
    }
  }

  /** Which ones to disconnect, those with the most first, until no address has too much. */
  List<Runnable> tooMuch() {
    List<Runnable> ends = new ArrayList<>();
    for (List<Waiting> own : byAddress.values()) {
      long sum = own.stream().mapToLong(Waiting::bytes).sum();
      own.sort(Comparator.comparingLong(Waiting::bytes).reversed());
      for (int i = 0; sum > most; i++) {
        ends.add(own.get(i).end());
        sum -= own.get(i).bytes();
      }
    }
    return ends;
  }
}
