package plenum.identity;

import java.lang.ref.SoftReference;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator.BlockPool;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator.FixedBlockPool;

/**
 * The memory in which passwords are hashed, kept for the next one while there is enough of it: 19
 * MiB that are made anew for each fill the young generation, and everything stands still for a
 * quarter of a second every few logins to collect them. Each is used by one thread at a time.
 * Thread-safe.
 */
final class HashingMemory {

  private final int blocks;
  private final int most;
  private final Deque<SoftReference<BlockPool>> free = new ArrayDeque<>();

  /**
   * @param kibibytes of one
   * @param kept so many at most
   */
  HashingMemory(int kibibytes, int kept) {
    blocks = kibibytes;
    most = kept;
  }

  /** One that nobody uses. */
  BlockPool take() {
    return kept().orElseGet(() -> new FixedBlockPool(blocks));
  }

  private synchronized Optional<BlockPool> kept() {
    while (!free.isEmpty()) {
      BlockPool pool = free.pop().get();
      if (pool != null) {
        return Optional.of(pool);
      }
    }
    return Optional.empty();
  }

  /** It is used no longer. */
  synchronized void give(BlockPool pool) {
    if (free.size() < most) {
      free.push(new SoftReference<>(pool));
    }
  }
}
