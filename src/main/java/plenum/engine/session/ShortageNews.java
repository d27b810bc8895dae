package plenum.engine.session;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import plenum.engine.Shortage;
import plenum.engine.StreamName;

/**
 * Tells of a receiver's shortages when they have been otherwise for some time: people read them.
 */
final class ShortageNews {

  /** Something that gets worse; better has to last longer. */
  static final long WORSE_NANOS = TimeUnit.MILLISECONDS.toNanos(700);

  static final long BETTER_NANOS = TimeUnit.SECONDS.toNanos(3);

  private record Waiting(Shortage now, long sinceNanos) {}

  private final Consumer<Map<StreamName, Shortage>> listener;
  private final Map<StreamName, Waiting> waiting = new HashMap<>();
  private final Map<StreamName, Shortage> told = new HashMap<>();

  ShortageNews(Consumer<Map<StreamName, Shortage>> listener) {
    this.listener = listener;
  }

  /**
   * Compares.
   *
   * @param now by stream; null where it is sent as it is wanted. Others are not received any more
   */
  void look(Map<StreamName, Shortage> now, long nowNanos) {
    boolean gone = told.keySet().retainAll(now.keySet());
    waiting.keySet().retainAll(now.keySet());
    boolean news = false;
    for (Map.Entry<StreamName, Shortage> one : now.entrySet()) {
      news |= differs(one.getKey(), one.getValue(), nowNanos);
    }
    if (news || gone) {
      listener.accept(Map.copyOf(told));
    }
  }

  /** Whether it has to look even if nothing is short. */
  boolean isWaiting() {
    return !told.isEmpty() || !waiting.isEmpty();
  }

  /** Tells again what is short: who asks may not have heard it. */
  void again() {
    if (!told.isEmpty()) {
      listener.accept(Map.copyOf(told));
    }
  }

  private boolean differs(StreamName stream, Shortage now, long nowNanos) {
    Shortage before = told.get(stream);
    if (Objects.equals(before, now)) {
      waiting.remove(stream);
      return false;
    }
    Waiting since = waiting.get(stream);
    if (since == null || !Objects.equals(since.now(), now)) {
      waiting.put(stream, new Waiting(now, nowNanos));
      return false;
    }
    if (nowNanos - since.sinceNanos() < (isBetter(now, before) ? BETTER_NANOS : WORSE_NANOS)) {
      return false;
    }
    waiting.remove(stream);
    if (now == null) {
      told.remove(stream);
    } else {
      told.put(stream, now);
    }
    return true;
  }

  private static boolean isBetter(Shortage now, Shortage before) {
    return now == null || before != null && now.shown() && !before.shown();
  }
}
