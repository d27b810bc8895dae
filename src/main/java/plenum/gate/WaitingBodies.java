package plenum.gate;

import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import plenum.settings.Network;

/**
 * The requests whose content is waited for. When an address has too many, its oldest one gives way
 * to the newest: who is slow hinders nobody but himself, and whoever is quick passes even where
 * slow ones share his address. When there are too many of all addresses together, the oldest one of
 * the address with the most gives way. Thread-safe.
 */
final class WaitingBodies {

  /** Of whom there are too many. */
  enum Crowd {
    /** Of the same address. */
    ADDRESS,
    /** Of all addresses together. */
    SERVER
  }

  private final int most;
  private final int mostPerAddress;
  private final Map<Network, Map<Object, Consumer<Crowd>>> waiting = new HashMap<>();
  private int size;

  WaitingBodies(int most, int mostPerAddress) {
    this.most = most;
    this.mostPerAddress = mostPerAddress;
  }

  /**
   * One more waits.
   *
   * @param giveWay ends the waiting when another one needs the place; called at most once, with the
   *     reason
   */
  void enter(Network address, Object request, Consumer<Crowd> giveWay) {
    displaced(address, request, giveWay).ifPresent(Runnable::run);
  }

  private synchronized Optional<Runnable> displaced(
      Network address, Object request, Consumer<Crowd> giveWay) {
    Map<Object, Consumer<Crowd>> own =
        waiting.computeIfAbsent(address, first -> new LinkedHashMap<>());
    own.put(request, giveWay);
    size++;
    if (own.size() > mostPerAddress) {
      return Optional.of(removeOldest(address, Crowd.ADDRESS));
    }
    return size > most ? Optional.of(removeOldest(busiest(), Crowd.SERVER)) : Optional.empty();
  }

  private Network busiest() {
    return waiting.entrySet().stream()
        .max(Comparator.comparingInt(entry -> entry.getValue().size()))
        .orElseThrow()
        .getKey();
  }

  private Runnable removeOldest(Network address, Crowd crowd) {
    Iterator<Consumer<Crowd>> oldest = waiting.get(address).values().iterator();
    Consumer<Crowd> giveWay = oldest.next();
    oldest.remove();
    size--;
    return () -> giveWay.accept(crowd);
  }

  /** One waits no more; does nothing when it gave way already. */
  synchronized void leave(Network address, Object request) {
    Map<Object, Consumer<Crowd>> own = waiting.getOrDefault(address, Map.of());
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
