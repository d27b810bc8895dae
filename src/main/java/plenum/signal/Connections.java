package plenum.signal;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import plenum.identity.PersonId;
import plenum.presence.SessionId;

/** The connections that are open now. */
@ApplicationScoped
class Connections {

  private final Map<SessionId, Caller> callers = new ConcurrentHashMap<>();

  /** A connection with what comes from it. */
  record Caller(Connection connection, Inbox inbox) {}

  void add(Caller caller) {
    callers.put(caller.connection().session(), caller);
  }

  void remove(SessionId session) {
    callers.remove(session);
  }

  Optional<Connection> by(SessionId session) {
    return Optional.ofNullable(callers.get(session)).map(Caller::connection);
  }

  /** All tabs of one person. */
  List<Connection> of(PersonId person) {
    return callers.values().stream()
        .map(Caller::connection)
        .filter(connection -> connection.person().equals(person))
        .toList();
  }

  /** The connections of one page, of which all but the newest are dead. */
  List<Connection> of(PersonId person, String page) {
    return of(person).stream().filter(connection -> connection.page().equals(page)).toList();
  }

  /** Everybody to whom the topic's changes go. */
  List<Connection> following(Topic<?> topic) {
    return callers.values().stream()
        .map(Caller::connection)
        .filter(connection -> connection.follows(topic))
        .toList();
  }

  List<Caller> all() {
    return List.copyOf(callers.values());
  }
}
