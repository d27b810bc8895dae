package plenum.log;

import java.util.Map;
import java.util.TreeMap;

/**
 * Whom the work of this thread is for: whatever it logs meanwhile is about that one. Closed by the
 * thread that began it, in the reverse order.
 */
public final class Concerning implements AutoCloseable {

  /** The name of the person's id in a line. */
  public static final String PERSON = "person";

  /** The name of the id of a room, or of a call's. */
  public static final String MEETING = "meeting";

  private static final ThreadLocal<Map<String, String>> NOW = ThreadLocal.withInitial(Map::of);

  private final Map<String, String> before;

  private Concerning(Map<String, String> before) {
    this.before = before;
  }

  /** From now on, until it is closed. */
  public static Concerning person(String id) {
    Map<String, String> before = NOW.get();
    Map<String, String> now = new TreeMap<>(before);
    now.put(PERSON, id);
    NOW.set(now);
    return new Concerning(before);
  }

  /** Whom and what this thread works for, by name. */
  public static Map<String, String> now() {
    return NOW.get();
  }

  @Override
  public void close() {
    if (before.isEmpty()) {
      NOW.remove();
    } else {
      NOW.set(before);
    }
  }
}
