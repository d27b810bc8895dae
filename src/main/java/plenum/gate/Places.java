package plenum.gate;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import plenum.settings.Network;

/**
 * Bounds how many requests of one address are served at once, so that a crowd at one of them leaves
 * the server's threads to everybody else. The others of it wait, without a thread, and go on as
 * soon as one is done: its people in turn, so that one who sends a few finds a place soon beside
 * one who sends hundreds. Thread-safe.
 *
 * <p>What is served for long counts no more after a while: whoever waits for something else, as for
 * a directory of logins, takes nothing from others.
 */
final class Places {

  private final int mostPerAddress;
  private final Map<Network, Crowd> crowds = new HashMap<>();

  private static final class Crowd {
    private final Set<Place> served = new HashSet<>();
    private final Rotation<Object, Place> waiting = new Rotation<>();
  }

  /** What a request has while it is served, or waits for. */
  static final class Place {
    private final Network address;
    private final Object whose;
    private final Consumer<Place> goOn;
    private long since;

    private Place(Network address, Object whose, Consumer<Place> goOn) {
      this.address = address;
      this.whose = whose;
      this.goOn = goOn;
    }
  }

  Places(int mostPerAddress) {
    this.mostPerAddress = mostPerAddress;
  }

  /** A place for one more request, if one is free now. */
  synchronized Optional<Place> enter(Network address, long now) {
    Place place = new Place(address, address, waited -> {});
    return begins(place, now) ? Optional.of(place) : Optional.empty();
  }

  private boolean begins(Place place, long now) {
    Crowd crowd = crowds.computeIfAbsent(place.address, first -> new Crowd());
    boolean free = crowd.served.size() < mostPerAddress;
    if (free) {
      begin(crowd, place, now);
    }
    return free;
  }

  /**
   * One more request, which waits for a place where none is free.
   *
   * @param whose the person's, or what stands for all of the address who are unknown
   * @param now nanoseconds
   * @param goOn is told once, as soon as there is a place; returns at once
   * @return the place that it has or waits for
   */
  Place enter(Network address, Object whose, long now, Consumer<Place> goOn) {
    Place place = new Place(address, whose, goOn);
    if (beginsOrWaits(place, now)) {
      goOn.accept(place);
    }
    return place;
  }

  private synchronized boolean beginsOrWaits(Place place, long now) {
    boolean free = begins(place, now);
    if (!free) {
      crowds.get(place.address).waiting.add(place.whose, place);
    }
    return free;
  }

  private static void begin(Crowd crowd, Place place, long now) {
    place.since = now;
    crowd.served.add(place);
  }

  /**
   * A request is served, or waits for its place no more; does nothing when the place was given on
   * before.
   */
  void leave(Place place, long now) {
    next(place, now).ifPresent(next -> next.goOn.accept(next));
  }

  private synchronized Optional<Place> next(Place place, long now) {
    Crowd crowd = crowds.get(place.address);
    if (crowd == null) {
      return Optional.empty();
    }
    if (!crowd.served.remove(place)) {
      crowd.waiting.remove(place.whose, place);
      return Optional.empty();
    }
    Optional<Place> next = crowd.waiting.next();
    next.ifPresent(first -> begin(crowd, first, now));
    if (crowd.served.isEmpty()) {
      crowds.remove(place.address);
    }
    return next;
  }

  /** Gives on the places of what has been served since before that time. */
  void leaveBefore(long time, long now) {
    takenBefore(time).forEach(place -> leave(place, now));
  }

  private synchronized Set<Place> takenBefore(long time) {
    return crowds.values().stream()
        .flatMap(crowd -> crowd.served.stream())
        .filter(place -> place.since - time < 0)
        .collect(Collectors.toSet());
  }
}
