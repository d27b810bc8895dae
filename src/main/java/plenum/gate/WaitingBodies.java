package plenum.gate;

import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import plenum.settings.Network;

/**
 * The requests whose content is waited for. When an address has too many, its oldest one gives way
 * to the newest: who is slow hinders nobody but himself, and whoever is quick passes even where
 * slow ones share his address. When there are too many of all addresses together, the oldest one of
 * the address with the most gives way. Thread-safe.
 */
final class WaitingBodies {

  private final int most;
  private final int mostPerAddress;
  private final Map<Network, Map<Object, Runnable>> waiting = new HashMap<>();
  private int size;

  WaitingBodies(int most, int mostPerAddress) {
    this.most = most;
    this.mostPerAddress = mostPerAddress;
  }

  /**
   * One more waits.
   *
   * @param giveWay ends the waiting when another one needs the place; called at most once
   */
  void enter(Network address, Object request, Runnable giveWay) {
    displaced(address, request, giveWay).ifPresent(Runnable::run);
  }

  private synchronized Optional<Runnable> displaced(
      Network address, Object request, Runnable giveWay) {
    Map<Object, Runnable> own = waiting.computeIfAbsent(address, first -> new LinkedHashMap<>());
    own.put(request, giveWay);
    size++;
    if (own.size() > mostPerAddress) {
      return Optional.of(removeOldest(address));
    }
    return size > most ? Optional.of(removeOldest(busiest())) : Optional.empty();
  }

  private Network busiest() {
    return waiting.entrySet().stream()
        .max(Comparator.comparingInt(entry -> entry.getValue().size()))
        .orElseThrow()
        .getKey();
  }

  private Runnable removeOldest(Network address) {
    Iterator<Map.Entry<Object, Runnable>> oldest = waiting.get(address).entrySet().iterator();
    Runnable giveWay = oldest.next().getValue();
    oldest.remove();
    size--;
    return giveWay;
  }

  /** One waits no more; does nothing when it gave way already. */
  synchronized void leave(Network address, Object request) {
    Map<Object, Runnable> own = waiting.getOrDefault(address, Map.of());
    if (own.containsKey(request)) {
      own.remove(request);
      size--;
    }
    if (own.isEmpty()) {
      waiting.remove(address);
    }
  }

  synchronized int size() {
    return size;
  }
}
