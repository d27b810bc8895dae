package plenum.gate;

import java.io.IOException;
import java.time.Duration;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.LongSupplier;
import java.util.logging.Filter;
import java.util.logging.Formatter;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.SimpleFormatter;
import java.util.stream.Stream;

/**
 * Bounds what the container's own warnings take in the log: the same one is told once a minute with
 * the number of those in between, and a stack is printed only where Plenum's code is the reason;
 * what clients send makes the container print fifty lines each time. That somebody was gone before
 * an answer's end is told by none: it is everyday. Plenum's own records pass.
 */
final class CountingFilter implements Filter {

  private static final long WINDOW = Duration.ofMinutes(1).toNanos();
  private static final int MOST_KINDS = 200;
  private static final int KIND = 32;
  private static final int NEAR = 6;

  private static final Formatter FORMATTER = new SimpleFormatter();

  /** Code that every request passes, which is in every stack. */
  private static final String GATE = "plenum.gate.";

  /** Tells that an answer cannot be written, which it says of its reader. */
  private static final String WRITING = "org.glassfish.jersey.server.ServerRuntime";

  /** Causes looked at, since they can go round in circles. */
  private static final int CAUSES = 8;

  /** Begins each line of a stack. */
  private static final String FRAME = "\n\tat ";

  private static final class Kind {
    private long since;
    private int held;
  }

  private final LongSupplier clock;
  private final Map<String, Kind> kinds = new LinkedHashMap<>();

  /**
   * @param clock nanoseconds, as {@link System#nanoTime}
   */
  CountingFilter(LongSupplier clock) {
    this.clock = clock;
  }

  @Override
  public synchronized boolean isLoggable(LogRecord record) {
    String logger = String.valueOf(record.getLoggerName());
    if (logger.startsWith("plenum") || record.getLevel().intValue() < Level.WARNING.intValue()) {
      return true;
    }
    if (logger.startsWith(WRITING) && isGone(record.getThrown())) {
      return false;
    }
    long now = clock.getAsLong();
    String name = kind(record, logger);
    Kind kind = kinds.get(name);
    if (kind != null && now - kind.since < WINDOW) {
      kind.held++;
      return false;
    }
    shorten(record, kind == null ? 0 : kind.held);
    remember(name, now);
    return true;
  }

  private static boolean isGone(Throwable thrown) {
    return thrown != null && root(thrown) instanceof IOException && !isOurs(thrown);
  }

  /** It, and why it was thrown. */
  private static Stream<Throwable> causes(Throwable thrown) {
    return Stream.iterate(thrown, Objects::nonNull, Throwable::getCause).limit(CAUSES);
  }

  private void remember(String name, long now) {
    Kind fresh = new Kind();
    fresh.since = now;
    kinds.remove(name);
    kinds.put(name, fresh);
    if (kinds.size() > MOST_KINDS) {
      Iterator<String> oldest = kinds.keySet().iterator();
      oldest.next();
      oldest.remove();
    }
  }

  /** Messages begin with what they are about; what a client sent comes later. */
  private static String kind(LogRecord record, String logger) {
    String message = String.valueOf(record.getMessage());
    Throwable thrown = record.getThrown();
    return logger
        + record.getLevel()
        + message.substring(0, Math.min(KIND, message.length()))
        + (thrown == null ? "" : thrown.getClass().getName());
  }

  private static void shorten(LogRecord record, int held) {
    StringBuilder more = new StringBuilder();
    Throwable thrown = record.getThrown();
    if (thrown != null && !isOurs(thrown)) {
      more.append(' ').append(root(thrown));
      record.setThrown(null);
    }
    if (held > 0) {
      more.append(" (").append(held).append(" more like this since)");
    }
    if (more.length() > 0 || String.valueOf(record.getMessage()).contains(FRAME)) {
      record.setMessage(withoutStack(plain(record)) + more);
      record.setParameters(null);
    }
  }

  /** The container prints some stacks into the message itself, which no exception shows. */
  private static String withoutStack(String message) {
    int frames = message.indexOf(FRAME);
    return frames < 0 || isOurs(message.substring(frames))
        ? message
        : message.substring(0, frames).strip();
  }

  private static boolean isOurs(String frames) {
    return frames
        .lines()
        .map(String::strip)
        .limit(NEAR)
        .anyMatch(line -> line.startsWith("at plenum.") && !line.startsWith("at " + GATE));
  }

  private static String plain(LogRecord record) {
    return FORMATTER.formatMessage(record).strip();
  }

  private static Throwable root(Throwable thrown) {
    return causes(thrown).reduce(thrown, (known, cause) -> cause);
  }

  private static boolean isOurs(Throwable thrown) {
    StackTraceElement[] stack = root(thrown).getStackTrace();
    for (int i = 0; i < Math.min(NEAR, stack.length); i++) {
      String type = stack[i].getClassName();
      if (type.startsWith("plenum.") && !type.startsWith(GATE)) {
        return true;
      }
    }
    return false;
  }
}
