package plenum.engine.session;

import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import plenum.engine.ice.IceLite;

/**
 * Whose datagrams come from where. A connectivity check shows who sent it, but not from where: the
 * address on it may be another's. So the first one to come from an address holds it, until it ends
 * or {@linkplain Occupant#leaves leaves}. Another one whose handshake is not complete may be its
 * guest meanwhile: it shakes hands there, and holds the address once that has {@linkplain
 * Occupant#proved proved} that it is there; so a client that comes from the port of one that
 * vanished need not wait.
 *
 * <p>Thread-safe: it knows the sessions of all loops. Whose an address is, is asked for each
 * datagram and found without a lock; what changes that takes one.
 *
 * @param <S> who comes
 */
final class Addresses<S extends Occupant> {

  /** For each local interface, who holds which of the peers' addresses. */
  private volatile List<Map<InetSocketAddress, S>> holders = List.of();

  /** Mostly empty. */
  private final Map<IceLite.Path, S> guests = new ConcurrentHashMap<>();

  /** Whether its checks from there are to be heard. */
  boolean open(IceLite.Path path, S claimant, long nowNanos) {
    S holder = holder(path.localInterface(), path.remote());
    return holder == null
        || holder == claimant
        || holder.leaves(path, nowNanos)
        || !claimant.connected();
  }

  /** A valid check of it came from there. */
  void validated(IceLite.Path path, S claimant, long nowNanos) {
    if (holder(path.localInterface(), path.remote()) != claimant) {
      claimed(path, claimant, nowNanos);
    }
  }

  private synchronized void claimed(IceLite.Path path, S claimant, long nowNanos) {
    S holder = holder(path.localInterface(), path.remote());
    if (holder == null || holder.leaves(path, nowNanos)) {
      give(path, claimant);
    } else if (guests.put(path, claimant) != claimant) {
      guests.entrySet().removeIf(entry -> !entry.getValue().accepts(entry.getKey()));
    }
  }

  private void give(IceLite.Path path, S claimant) {
    Map<InetSocketAddress, S> held = at(path.localInterface());
    S before = held.put(path.remote(), claimant);
    if (before != null && before != claimant) {
      before.lose(path);
    }
    guests.remove(path);
    held.entrySet()
        .removeIf(
            entry ->
                !entry.getValue().accepts(new IceLite.Path(entry.getKey(), path.localInterface())));
  }

  private Map<InetSocketAddress, S> at(int localInterface) {
    List<Map<InetSocketAddress, S>> all = new ArrayList<>(holders);
    while (all.size() <= localInterface) {
      all.add(new ConcurrentHashMap<>());
    }
    holders = all;
    return all.get(localInterface);
  }

  /** Whose a datagram is; null for a stranger's, as this is asked for each. */
  S at(int localInterface, InetSocketAddress remote) {
    if (!guests.isEmpty()) {
      settle(new IceLite.Path(remote, localInterface));
    }
    return holder(localInterface, remote);
  }

  /** Whose a handshake's datagram is; null for a stranger's. */
  S atHandshake(int localInterface, InetSocketAddress remote, long nowNanos) {
    S holder = at(localInterface, remote);
    S guest = guests.isEmpty() ? null : guests.get(new IceLite.Path(remote, localInterface));
    return guest != null && (holder == null || holder.settled(nowNanos)) ? guest : holder;
  }

  private S holder(int localInterface, InetSocketAddress remote) {
    List<Map<InetSocketAddress, S>> all = holders;
    return localInterface < all.size() ? all.get(localInterface).get(remote) : null;
  }

  /** A guest whose handshake is complete holds the address now, or has no business there. */
  private synchronized void settle(IceLite.Path path) {
    S guest = guests.get(path);
    if (guest == null || !guest.connected()) {
      return;
    }
    if (guest.proved(path)) {
      give(path, guest);
    } else {
      guests.remove(path);
      guest.lose(path);
    }
  }

  /** Nothing comes from there any more, and nothing can be sent there. */
  synchronized void closed(IceLite.Path path) {
    if (path.localInterface() < holders.size()) {
      lose(holders.get(path.localInterface()).remove(path.remote()), path);
    }
    lose(guests.remove(path), path);
  }

  private void lose(S loser, IceLite.Path path) {
    if (loser != null) {
      loser.lose(path);
    }
  }

  /** Nothing is its any more. */
  synchronized void forget(S gone) {
    holders.forEach(held -> held.values().removeIf(gone::equals));
    guests.values().removeIf(gone::equals);
  }
}
