package plenum.signal.protocol;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.BiConsumer;

/**
 * All parts together: every message and topic that there is. The container has a proxy for it,
 * since one of the parts asks it for the others.
 */
@ApplicationScoped
public class Protocol {

  private final List<Part> parts = new ArrayList<>();
  private final Map<String, Act<?>> byName = new HashMap<>();
  private final Map<Class<?>, Act<?>> byKind = new HashMap<>();
  private final Map<String, BiConsumer<Connection, OptionalLong>> topics = new HashMap<>();

  /** For the container's proxy only. */
  protected Protocol() {}

  /** The protocol of the parts that the container finds. */
  @Inject
  Protocol(@Any Instance<Part> found) {
    this((Iterable<Part>) found);
  }

  /**
   * The protocol of these parts.
   *
   * @throws IllegalStateException when two of them claim the same message or topic
   */
  public Protocol(Iterable<Part> parts) {
    parts.forEach(this::add);
  }

  private void add(Part part) {
    parts.add(part);
    for (Act<?> act : part.acts()) {
      String name = MessageName.of(act.kind());
      requireNew(byName.put(name, act), name);
      byKind.put(act.kind(), act);
    }
    part.topics().forEach((name, resync) -> requireNew(topics.put(name, resync), name));
  }

  private static void requireNew(Object before, String name) {
    if (before != null) {
      throw new IllegalStateException("two parts claim " + name);
    }
  }

  /** The parts, in no order. */
  public List<Part> parts() {
    return List.copyOf(parts);
  }

  /** The class of the messages of this name. */
  Optional<Class<? extends ClientMessage>> kind(String name) {
    return Optional.ofNullable(byName.get(name)).map(Act::kind);
  }

  /**
   * Does what a client asks for.
   *
   * @throws plenum.text.Refused when that cannot be done
   */
  void act(Connection connection, ClientMessage message) {
    byKind.get(message.getClass()).on(connection, message);
  }

  /** Whether doing it takes so long that it must not hold a thread which carries messages. */
  boolean isSlow(ClientMessage message) {
    return byKind.get(message.getClass()).isSlow(message);
  }

  /** What gives a client a topic anew; empty when there is no such topic. */
  public Optional<BiConsumer<Connection, OptionalLong>> topic(String name) {
    return Optional.ofNullable(topics.get(name));
  }
}
