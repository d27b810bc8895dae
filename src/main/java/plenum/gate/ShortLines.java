package plenum.gate;

import java.util.logging.Formatter;
import java.util.logging.LogRecord;

/** Writes what another formatter does, but of one record no more than a screen or two. */
final class ShortLines extends Formatter {

  /** Characters of one record, its stack included. */
  static final int LONGEST = 24_000;

  private final Formatter inner;

  ShortLines(Formatter inner) {
    this.inner = inner;
  }

  @Override
  public String format(LogRecord record) {
    String text = inner.format(record);
    return text.length() <= LONGEST
        ? text
        : text.substring(0, LONGEST) + "..." + System.lineSeparator();
  }
}
