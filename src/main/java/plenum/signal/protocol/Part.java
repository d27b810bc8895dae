package plenum.signal.protocol;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.BiConsumer;

/**
 * What a feature adds to the protocol. Whatever bean is of this type is found by itself, so that a
 * new feature touches no other: it brings a part, the records of its messages, and a bean that
 * observes what happened and tells connections and topics.
 */
public interface Part {

  /** The messages that clients may send, each with what is done about it. */
  List<Act<?>> acts();

  /**
   * The topics that a client can ask for anew ({@code resync}), by name. What is done is told by
   * whom it was asked, and the number to repeat in the answer.
   */
  default Map<String, BiConsumer<Connection, OptionalLong>> topics() {
    return Map.of();
  }

  /** What a page is greeted with, beside who it is: its members become the {@code welcome}'s. */
  default Optional<Record> greeting(Connection connection) {
    return Optional.empty();
  }

  /** Another page goes on with the connection; what the page before had ends with it. */
  default void pageChanges(Connection connection) {}
}
