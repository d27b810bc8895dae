package plenum.engine.session;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/** Every session of one loop, by each of its names. */
final class Sessions {

  private final Map<String, Session> byLocation = new HashMap<>();
  private final Map<String, Session> byId = new HashMap<>();
  private final Map<String, Set<Session>> byViewer = new HashMap<>();

  private final Directory all;

  /** All there are. */
  Sessions() {
    this(new Directory(1));
  }

  /**
   * @param all those of all loops
   */
  Sessions(Directory all) {
    this.all = all;
  }

  /** Those of all loops. */
  Directory directory() {
    return all;
  }

  void add(Session session) {
    SessionIdentity identity = session.identity();
    all.add(session);
    byLocation.put(identity.session(), session);
    byId.put(identity.id(), session);
    identity
        .viewer()
        .ifPresent(
            viewer ->
                byViewer.computeIfAbsent(viewer, name -> new LinkedHashSet<>(1)).add(session));
  }

  /**
   * Forgets a session.
   *
   * @return false if it was forgotten before
   */
  boolean remove(Session session) {
    SessionIdentity identity = session.identity();
    if (!byId.remove(identity.id(), session)) {
      return false;
    }
    byLocation.remove(identity.session());
    identity.viewer().ifPresent(viewer -> byViewer.computeIfPresent(viewer, without(session)));
    all.remove(session);
    return true;
  }

  /** A viewer's sessions without that one; a viewer who has none is forgotten. */
  private static BiFunction<String, Set<Session>, Set<Session>> without(Session session) {
    return (viewer, own) -> {
      own.remove(session);
      return own.isEmpty() ? null : own;
    };
  }

  /**
   * The session of a Location.
   *
   * @param session as {@link SessionIdentity#session} writes it
   */
  Optional<Session> byLocation(String session) {
    return Optional.ofNullable(byLocation.get(session));
  }

  Optional<Session> byId(String id) {
    return Optional.ofNullable(byId.get(id));
  }

  /**
   * The sessions that this viewer plays, the oldest first: what all of them carry goes one way to
   * one person. Somebody who sits at two machines is one viewer, by two ways.
   */
  Collection<Session> ofViewer(String viewer) {
    return List.copyOf(byViewer.getOrDefault(viewer, Set.of()));
  }

  /** How many viewers have sessions. */
  int countViewers() {
    return byViewer.size();
  }

  /** Those that receive many streams. */
  Stream<ReceiverRole> receivers() {
    return byId.values().stream()
        .map(Session::role)
        .filter(ReceiverRole.class::isInstance)
        .map(ReceiverRole.class::cast);
  }

  Collection<Session> all() {
    return List.copyOf(byId.values());
  }

  int count() {
    return byId.size();
  }
}
