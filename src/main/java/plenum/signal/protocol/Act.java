package plenum.signal.protocol;

import java.util.function.BiConsumer;
import java.util.function.Predicate;

/**
 * One kind of message that clients may send, and what is done about it.
 *
 * @param kind the message's record
 * @param does is told by whom it came; throws {@link plenum.text.Refused} when it cannot be done
 * @param slow whether this one takes so long that it must not hold a thread which carries messages
 * @param <M> the kind
 */
public record Act<M extends ClientMessage>(
    Class<M> kind, BiConsumer<Connection, M> does, Predicate<M> slow) {

  /** Messages of this kind are served so. */
  public static <M extends ClientMessage> Act<M> of(Class<M> kind, BiConsumer<Connection, M> does) {
    return new Act<>(kind, does, message -> false);
  }

  /** The same; those of which this is so are done beside, in the order in which they came. */
  public Act<M> slowly(Predicate<M> when) {
    return new Act<>(kind, does, when);
  }

  boolean isSlow(ClientMessage message) {
    return slow.test(kind.cast(message));
  }

  void on(Connection connection, ClientMessage message) {
    does.accept(connection, kind.cast(message));
  }
}
