package plenum.typing;

import java.time.Duration;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import plenum.identity.PersonId;
import plenum.room.RoomId;

/**
 * Those who wrote when they lost their seats, for some minutes: who comes back within them writes
 * on where they stood; guarded by the lock of all.
 */
final class Returning {

  private record Key(RoomId room, PersonId person) {}

  private record Gone(Typist typist, long at) {}

  /** A page that comes back later begins another stream. */
  private static final long PATIENCE = Duration.ofMinutes(5).toNanos();

  private static final int MOST = 1_000;

  private final LongSupplier nanoTime;

  /** The one who left first is the first. */
  private final Map<Key, Gone> gone = new LinkedHashMap<>();

  Returning(LongSupplier nanoTime) {
    this.nanoTime = nanoTime;
  }

  void add(RoomId room, PersonId person, Typist typist) {
    long now = nanoTime.getAsLong();
    gone.remove(new Key(room, person));
    gone.put(new Key(room, person), new Gone(typist, now));
    Iterator<Gone> oldest = gone.values().iterator();
    while (isTooMuch(oldest.next(), now)) {
      oldest.remove();
    }
  }

  private boolean isTooMuch(Gone oldest, long now) {
    return gone.size() > MOST || now - oldest.at() > PATIENCE;
  }

  /** Whoever left there not too long ago. */
  Optional<Typist> find(RoomId room, PersonId person) {
    return Optional.ofNullable(gone.get(new Key(room, person)))
        .filter(one -> nanoTime.getAsLong() - one.at() <= PATIENCE)
        .map(Gone::typist);
  }

  void remove(RoomId room, PersonId person) {
    gone.remove(new Key(room, person));
  }

  /** Nothing that was written there is known any more. */
  void removeAll(RoomId room) {
    gone.keySet().removeIf(key -> key.room().equals(room));
  }
}
