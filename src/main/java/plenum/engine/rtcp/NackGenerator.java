package plenum.engine.rtcp;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * Notices gaps in one source's sequence numbers and says when to ask for the missing packets (RFC
 * 4585 section 6.2.1, the requester).
 *
 * <p>A gap is first asked for after {@value #REORDERING_MILLIS} ms, because reordered packets come
 * by themselves; then again every {@value #INTERVAL_MILLIS} ms, or as often as answers take that
 * have come so far, {@value #MAX_TRIES} times at most: on a long way all of these would otherwise
 * be gone before the first answer can be there, and one that is lost never asked for again. A jump
 * of more than {@value #MAX_MISSING} packets asks for nothing: a key frame is cheaper. Memory is
 * fixed. Not thread-safe.
 */
public final class NackGenerator {

  static final int MAX_MISSING = 500;

  /** What comes as a retransmission may be newer than all that came, by so many at most. */
  static final int MAX_AHEAD = 100;

  static final int MAX_TRIES = 10;
  static final int REORDERING_MILLIS = 10;
  static final int INTERVAL_MILLIS = 30;

  /** Longer is no interval to learn: nobody waits for a picture for so long. */
  static final int LONGEST_INTERVAL_MILLIS = 500;

  /** After the last try an answer is waited for so long, to learn how long answers take. */
  private static final int ANSWER_MILLIS = 1000;

  /** A new answer counts so little against those before, where it took longer. */
  private static final int MEMORY = 4;

  /** Late by more than this, twice in a row, is a source that numbers anew. */
  private static final int MAX_MISORDER = 1000;

  /**
   * Missing sequence numbers, extended, ascending; with the times of the next request and of the
   * first, and tries.
   */
  private final long[] missing = new long[MAX_MISSING];

  private final long[] dueAt = new long[MAX_MISSING];
  private final long[] askedAt = new long[MAX_MISSING];
  private final int[] tries = new int[MAX_MISSING];
  private int count;
  private long interval = INTERVAL_MILLIS;

  private boolean started;
  private long highest;
  private int restart = -1;
  private boolean overflowed;

  /** A packet came in, for the first time or as a retransmission. */
  public void received(int seq, long nowMillis) {
    int sequence = seq & 0xffff;
    if (!started) {
      started = true;
      highest = sequence;
      return;
    }
    int ahead = (short) (sequence - (int) highest);
    if (ahead <= 0) {
      late(sequence, ahead, nowMillis);
      return;
    }
    restart = -1;
    if (ahead > MAX_MISSING) {
      jump(highest + ahead);
      return;
    }
    makeRoom(ahead - 1);
    for (long n = highest + 1; n < highest + ahead; n++) {
      missing[count] = n;
      dueAt[count] = nowMillis + REORDERING_MILLIS;
      tries[count++] = 0;
    }
    highest += ahead;
  }

  private void late(int sequence, int ahead, long nowMillis) {
    if (ahead >= -MAX_MISORDER) {
      remove(highest + ahead, nowMillis);
      restart = -1;
    } else if (sequence == restart) {
      jump(sequence);
    } else {
      restart = sequence + 1 & 0xffff;
    }
  }

  private void jump(long to) {
    highest = to;
    count = 0;
    restart = -1;
    overflowed = true;
  }

  /** Gives the oldest up when the new ones do not fit beside them. */
  private void makeRoom(int added) {
    int surplus = count + added - MAX_MISSING;
    if (surplus > 0) {
      drop(0, surplus);
      overflowed = true;
    }
  }

  private void remove(long sequence, long nowMillis) {
    int at = Arrays.binarySearch(missing, 0, count, sequence);
    if (at >= 0) {
      if (tries[at] > 0) {
        answered(nowMillis - askedAt[at]);
      }
      drop(at, 1);
    }
  }

  /** A longer time counts less: the first request, or its answer, may have been lost. */
  private void answered(long millis) {
    long with = millis + millis / MEMORY;
    long learnt = with < interval ? with : interval + (with - interval) / MEMORY;
    interval = Math.max(INTERVAL_MILLIS, Math.min(LONGEST_INTERVAL_MILLIS, learnt));
  }

  private void drop(int from, int number) {
    int rest = count - from - number;
    System.arraycopy(missing, from + number, missing, from, rest);
    System.arraycopy(dueAt, from + number, dueAt, from, rest);
    System.arraycopy(askedAt, from + number, askedAt, from, rest);
    System.arraycopy(tries, from + number, tries, from, rest);
    count -= number;
  }

  /**
   * Whether a packet that comes as a retransmission is of use: it is missing, or nobody has noticed
   * yet that it is, as nothing came after it.
   */
  public boolean misses(int seq) {
    int ahead = (short) (seq - (int) highest);
    return started
        && (ahead > 0
            ? ahead <= MAX_AHEAD
            : Arrays.binarySearch(missing, 0, count, highest + ahead) >= 0);
  }

  /** The same without a limit. */
  public List<Integer> due(long nowMillis) {
    return due(nowMillis, () -> true);
  }

  /**
   * The sequence numbers, 0 to 65535, to ask for now; mostly empty.
   *
   * @param permits asked for each of them; what may not be asked for now stays due
   */
  public List<Integer> due(long nowMillis, BooleanSupplier permits) {
    if (count == 0) {
      return List.of();
    }
    List<Integer> due = new ArrayList<>();
    int kept = 0;
    for (int i = 0; i < count; i++) {
      boolean exhausted = tries[i] >= MAX_TRIES;
      if (exhausted && nowMillis - askedAt[i] >= ANSWER_MILLIS) {
        continue;
      }
      boolean asked = !exhausted && nowMillis >= dueAt[i] && permits.getAsBoolean();
      if (asked) {
        due.add((int) (missing[i] & 0xffff));
      }
      missing[kept] = missing[i];
      askedAt[kept] = asked && tries[i] == 0 ? nowMillis : askedAt[i];
      tries[kept] = tries[i] + (asked ? 1 : 0);
      dueAt[kept++] = asked ? nowMillis + interval : dueAt[i];
    }
    count = kept;
    return due;
  }

  /** Whether packets were given up unasked since the last call, so that a key frame is needed. */
  public boolean overflowed() {
    boolean was = overflowed;
    overflowed = false;
    return was;
  }
}
