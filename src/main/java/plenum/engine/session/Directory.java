package plenum.engine.session;

import java.net.InetAddress;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * What all loops have to know of all sessions: whose a datagram is, whichever loop has read it, and
 * how many there are, for the limits. Thread-safe, and read without locks; each session is written
 * here by its own loop.
 */
final class Directory {

  private final Map<String, Session> byUserFragment = new ConcurrentHashMap<>();
  private final Map<String, Session> byLocation = new ConcurrentHashMap<>();
  private final Map<InetAddress, Integer> perAddress = new ConcurrentHashMap<>();
  private final Addresses<Session> addresses = new Addresses<>();
  private final Homes homes;

  /**
   * @param loops how many there are
   */
  Directory(int loops) {
    this.homes = new Homes(loops);
  }

  /** On which loop streams live. */
  Homes homes() {
    return homes;
  }

  /** Whose datagrams come from where. */
  Addresses<Session> addresses() {
    return addresses;
  }

  void add(Session session) {
    rename(session);
    byLocation.put(session.identity().session(), session);
    perAddress.merge(session.identity().counted(), 1, Integer::sum);
  }

  /** Its checks have other names than before (an ICE restart). */
  void rename(Session session) {
    byUserFragment.values().removeIf(session::equals);
    session.userFragments().forEach(name -> byUserFragment.put(name, session));
  }

  /** Forgets a session that was added. */
  void remove(Session session) {
    byUserFragment.values().removeIf(session::equals);
    byLocation.remove(session.identity().session());
    perAddress.computeIfPresent(
        session.identity().counted(), (address, own) -> own == 1 ? null : own - 1);
    addresses.forget(session);
  }

  /** Whose checks have that name; null if nobody's. */
  Session byUserFragment(String userFragment) {
    return byUserFragment.get(userFragment);
  }

  /**
   * The session of a Location.
   *
   * @param session as {@link SessionIdentity#session} writes it
   */
  Optional<Session> byLocation(String session) {
    return Optional.ofNullable(byLocation.get(session));
  }

  int count() {
    return byLocation.size();
  }

  /** Of the loop with that number. */
  int countOn(int loop) {
    return (int) byLocation.values().stream().filter(session -> session.loop() == loop).count();
  }

  int countFrom(InetAddress address) {
    return perAddress.getOrDefault(address, 0);
  }

  long countConnecting() {
    return connecting().count();
  }

  long countConnectingFrom(InetAddress address) {
    return connecting().filter(session -> session.identity().counted().equals(address)).count();
  }

  private Stream<Session> connecting() {
    return byLocation.values().stream().filter(session -> !session.connected());
  }
}
