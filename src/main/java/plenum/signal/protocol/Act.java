package plenum.signal.protocol;

import java.util.function.BiConsumer;

/**
 * One kind of message that clients may send, and what is done about it.
 *
 * @param kind the message's record
 * @param does is told by whom it came; throws {@link plenum.text.Refused} when it cannot be done
 * @param <M> the kind
 */
public record Act<M extends ClientMessage>(Class<M> kind, BiConsumer<Connection, M> does) {

  /** Messages of this kind are served so. */
  public static <M extends ClientMessage> Act<M> of(Class<M> kind, BiConsumer<Connection, M> does) {
    return new Act<>(kind, does);
  }

  void on(Connection connection, ClientMessage message) {
    does.accept(connection, kind.cast(message));
  }
}
