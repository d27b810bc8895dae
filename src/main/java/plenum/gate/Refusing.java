package plenum.gate;

import java.time.Duration;
import java.util.function.LongSupplier;
import org.glassfish.grizzly.Connection;
import org.glassfish.grizzly.http.HttpRequestPacket;
import plenum.http.Reply;
import plenum.time.Pace;
import plenum.time.Timers;

/**
 * Tells clients that they are refused: a few each second at once, all others a moment later.
 * Programs that come back at once, whatever they are told, would otherwise have the server open
 * connections and refuse requests all the time. Nothing is kept of what is refused but the answer.
 */
final class Refusing {

  /** Of all clients together; more than people and their devices ever have refused. */
  private static final int AT_ONCE_EACH_SECOND = 50;

  /** Who comes back at once is refused no more often than this. */
  static final Duration PAUSE = Duration.ofSeconds(2);

  private final Timers timers;
  private final Pace<Refusing> pace;

  Refusing(Timers timers, LongSupplier nanoTime) {
    this.timers = timers;
    this.pace = new Pace<>(AT_ONCE_EACH_SECOND, Duration.ofSeconds(1).toNanos(), nanoTime);
  }

  /** At once, or a moment later when too many are refused; nothing more is read of the client. */
  void tell(
      Connection<?> connection, ConnectionState state, HttpRequestPacket request, Reply reply) {
    if (pace.take(this)) {
      Answers.finish(connection, state, request, reply);
    } else {
      tellLater(connection, state, request, reply);
    }
  }

  /** The same, a moment later. */
  void tellLater(
      Connection<?> connection, ConnectionState state, HttpRequestPacket request, Reply reply) {
    state.setOwed(true);
    state.setAnswered(System.nanoTime());
    timers.after(
        PAUSE,
        () -> {
          Answers.finish(connection, state, request, reply);
          state.setOwed(false);
        });
  }
}
