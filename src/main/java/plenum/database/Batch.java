package plenum.database;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import plenum.database.WriteQueue.Write;

/**
 * Changes that are written together. Where the database does not take one of them, it gets each by
 * itself, so that one keeps no other from it. Used by one thread.
 */
final class Batch {

  private final Deque<Write> rest;
  private final Consumer<RuntimeException> lost;
  private boolean alone;

  /**
   * @param lost is told why one was not taken
   */
  Batch(Collection<Write> writes, Consumer<RuntimeException> lost) {
    this.rest = new ArrayDeque<>(writes);
    this.lost = lost;
  }

  boolean isWritten() {
    return rest.isEmpty();
  }

  /**
   * Writes what is not written yet.
   *
   * @throws DatabaseAway to be called again later
   */
  void write(Journal journal) {
    if (!alone) {
      alone = !isTaken(journal, List.copyOf(rest));
      if (!alone) {
        rest.clear();
      }
    }
    while (!rest.isEmpty()) {
      writeFirst(journal);
      rest.removeFirst();
    }
  }

  /** Tried twice: perhaps the connection broke, and is there again. */
  private static boolean isTaken(Journal journal, List<Write> writes) {
    try {
      journal.write(writes);
      return true;
    } catch (DatabaseAway away) {
      if (!away.isAnswering()) {
        throw away;
      }
      return isTakenNow(journal, writes);
    } catch (RuntimeException first) {
      return isTakenNow(journal, writes);
    }
  }

  private static boolean isTakenNow(Journal journal, List<Write> writes) {
    try {
      journal.write(writes);
      return true;
    } catch (DatabaseAway away) {
      throw away;
    } catch (RuntimeException again) {
      return false;
    }
  }

  private void writeFirst(Journal journal) {
    try {
      journal.write(List.of(rest.getFirst()));
    } catch (DatabaseAway away) {
      throw away;
    } catch (RuntimeException refused) {
      lost.accept(refused);
    }
  }
}
