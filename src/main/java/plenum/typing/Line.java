package plenum.typing;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The line that somebody is writing; guarded by the lock of all. */
final class Line {

  /** What people take for one letter: an extended grapheme cluster (Unicode UAX 29). */
  private static final Pattern CLUSTER = Pattern.compile("\\X");

  private final StringBuilder text = new StringBuilder();
  private long number = 1;

  /** What of its beginning is a message already. */
  private String said = "";

  /** The line after this one, which nobody finishes. */
  Line next() {
    Line next = new Line();
    next.number = number + 1;
    return next;
  }

  /** The line of who comes back: it goes on, and what others have read of it is said. */
  Line again() {
    Line again = next();
    again.text.append(text);
    again.said = again.text.toString();
    return again;
  }

  boolean isEmpty() {
    return text.length() == 0;
  }

  /** What of it is no message yet; all of it again where its beginning is corrected. */
  String text() {
    return unsaid(text.toString());
  }

  private String unsaid(String whole) {
    return whole.startsWith(said) ? whole.substring(said.length()) : whole;
  }

  /** Counts the lines of who writes, from 1. */
  long number() {
    return number;
  }

  /**
   * Writes on.
   *
   * @param edit as of {@link T140#plain}
   * @param longest code points of a line: a longer one is finished before its last cluster, which
   *     may be growing
   * @return what is finished now, in order
   */
  List<String> write(String edit, int longest) {
    List<String> finished = new ArrayList<>();
    edit.codePoints()
        .forEach(
            one -> {
              if (one == T140.NEW_LINE) {
                finish(text.length(), finished);
              } else if (one == T140.ERASE) {
                erase();
              } else {
                text.appendCodePoint(one);
              }
            });
    if (text.codePointCount(0, text.length()) > longest) {
      finish(lastCluster(), finished);
    }
    return finished;
  }

  private void erase() {
    if (text.length() > 0) {
      text.setLength(text.offsetByCodePoints(text.length(), -1));
    }
    if (text.length() < said.length()) {
      said = "";
    }
  }

  private void finish(int end, List<String> finished) {
    finished.add(unsaid(text.substring(0, end)));
    text.delete(0, end);
    said = "";
    number++;
  }

  /** Where it begins; the end where it is all that there is. */
  private int lastCluster() {
    Matcher matcher = CLUSTER.matcher(text);
    int last = 0;
    while (matcher.find()) {
      last = matcher.start();
    }
    return last == 0 ? text.length() : last;
  }
}
