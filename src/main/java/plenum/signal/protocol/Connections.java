package plenum.signal.protocol;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import plenum.identity.PersonId;
import plenum.identity.SessionId;

/** The connections that are open now. */
public final class Connections {

  private final Map<SessionId, Caller> callers = new ConcurrentHashMap<>();
  private final Object nobodyLeft = new Object();

  /** A connection with what comes from it. */
  public record Caller(Connection connection, Inbox inbox) {}

  public void add(Caller caller) {
    callers.put(caller.connection().session(), caller);
  }

  public void remove(SessionId session) {
    callers.remove(session);
    if (callers.isEmpty()) {
      synchronized (nobodyLeft) {
        nobodyLeft.notifyAll();
      }
    }
  }

  /**
   * Waits until no connection is open any more.
   *
   * @return how many are still open after {@code patience}, or when the thread is interrupted
   */
  public int awaitNone(Duration patience) {
    long deadline = System.nanoTime() + patience.toNanos();
    synchronized (nobodyLeft) {
      long left = patience.toMillis();
      while (!callers.isEmpty() && left > 0) {
        try {
          nobodyLeft.wait(left);
        } catch (InterruptedException stopped) {
          Thread.currentThread().interrupt();
          break;
        }
        left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
      }
    }
    return callers.size();
  }

  public Optional<Connection> by(SessionId session) {
    return Optional.ofNullable(callers.get(session)).map(Caller::connection);
  }

  /** All tabs of one person. */
  public List<Connection> of(PersonId person) {
    return callers.values().stream()
        .map(Caller::connection)
        .filter(connection -> connection.person().equals(person))
        .toList();
  }

  /** The connections of one page, of which all but the newest are dead. */
  public List<Connection> of(PersonId person, String page) {
    return of(person).stream().filter(connection -> connection.page().equals(page)).toList();
  }

  /** Everybody to whom the topic's changes go. */
  public List<Connection> following(Topic<?> topic) {
    return callers.values().stream()
        .map(Caller::connection)
        .filter(connection -> connection.follows(topic))
        .toList();
  }

  public List<Caller> all() {
    return List.copyOf(callers.values());
  }
}
