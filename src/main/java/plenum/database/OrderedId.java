package plenum.database;

import java.util.concurrent.atomic.AtomicLong;
import plenum.identity.RandomText;

/**
 * Ids of records, each greater than those made before it, letter by letter: what happened within
 * one millisecond is listed in the order in which it was written down, whichever the database.
 */
public final class OrderedId {

  /** So many ids of one millisecond are told apart before they run ahead of the clock. */
  private static final int BITS_WITHIN = 12;

  private static final int RADIX = 32;

  /** Enough until the year 2248. */
  private static final int DIGITS = 11;

  private static final int LETTERS = 22 - DIGITS;
  private static final AtomicLong LAST = new AtomicLong();

  private OrderedId() {}

  /** In 22 characters; the second half, at random, tells it from those of other runs. */
  public static String next() {
    long now = System.currentTimeMillis() << BITS_WITHIN;
    long number = LAST.updateAndGet(last -> Math.max(last + 1, now));
    String digits = Long.toString(number, RADIX);
    return "0".repeat(DIGITS - digits.length()) + digits + RandomText.letters(LETTERS);
  }
}
