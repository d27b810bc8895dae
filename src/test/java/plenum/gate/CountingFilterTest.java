package plenum.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.junit.jupiter.api.Test;

class CountingFilterTest {

  private long now;
  private final CountingFilter filter = new CountingFilter(() -> now);

  private static LogRecord record(String logger, Level level, String message, Throwable thrown) {
    LogRecord record = new LogRecord(level, message);
    record.setLoggerName(logger);
    record.setThrown(thrown);
    return record;
  }

  /** As the container's code throws it. */
  private static Throwable theirs(String message) {
    Throwable thrown = new IOException(message);
    thrown.setStackTrace(
        new StackTraceElement[] {
          new StackTraceElement("org.container.Reader", "read", "Reader.java", 7),
          new StackTraceElement("plenum.gate.HostFilter", "doFilter", "HostFilter.java", 7)
        });
    return thrown;
  }

  @Test
  void tellsTheSameOnceAMinuteAndHowOftenInBetween() {
    assertTrue(filter.isLoggable(record("org.x", Level.WARNING, "It failed", null)));
    for (int i = 0; i < 3; i++) {
      assertFalse(filter.isLoggable(record("org.x", Level.WARNING, "It failed", null)));
    }
    assertTrue(filter.isLoggable(record("org.x", Level.WARNING, "Something else", null)));
    now += TimeUnit.SECONDS.toNanos(61);

    LogRecord again = record("org.x", Level.WARNING, "It failed", null);
    assertTrue(filter.isLoggable(again));
    assertEquals("It failed (3 more like this since)", again.getMessage());
  }

  @Test
  void printsNoStackOfWhatAClientSent() {
    LogRecord record = record("org.x", Level.SEVERE, "Request {0} failed", theirs("gone"));
    record.setParameters(new Object[] {7});

    assertTrue(filter.isLoggable(record));

    assertNull(record.getThrown());
    assertEquals("Request 7 failed java.io.IOException: gone", record.getMessage());
  }

  @Test
  void cutsAStackThatIsPartOfTheMessage() {
    String words = "Error page\njava.io.IOException: gone";
    LogRecord record =
        record("org.x", Level.WARNING, words + "\n\tat org.x.A.b(A.java)\nCaused by: c", null);

    assertTrue(filter.isLoggable(record));

    assertEquals(words, record.getMessage());
  }

  @Test
  void keepsAStackInTheMessageThatIsOfADefectOfPlenum() {
    String message = "Failed\n\tat java.util.Map.get(Map.java)\n\tat plenum.room.A.b(A.java)";
    LogRecord record = record("org.x", Level.WARNING, message, null);

    assertTrue(filter.isLoggable(record));

    assertEquals(message, record.getMessage());
  }

  @Test
  void keepsTheStackOfADefectOfPlenum() {
    Throwable ours = new IllegalStateException("wrong");
    ours.setStackTrace(
        new StackTraceElement[] {
          new StackTraceElement("java.util.Map", "get", "Map.java", 7),
          new StackTraceElement("plenum.room.Rooms", "join", "Rooms.java", 7)
        });
    LogRecord record = record("org.x", Level.SEVERE, "Failed", new RuntimeException(ours));

    assertTrue(filter.isLoggable(record));

    assertNotNull(record.getThrown());
  }

  @Test
  void saysNothingOfAnAnswersReaderWhoIsGone() {
    String writes = "org.glassfish.jersey.server.ServerRuntime$Responder";
    Throwable gone = new IllegalStateException("a part", theirs("Broken pipe"));
    assertFalse(filter.isLoggable(record(writes, Level.SEVERE, "Not written", gone)));
    assertTrue(filter.isLoggable(record("org.x", Level.SEVERE, "Not written", gone)));
    assertTrue(filter.isLoggable(record(writes, Level.SEVERE, "Not written", null)));
    Throwable defect = new IllegalStateException("wrong");
    assertTrue(filter.isLoggable(record(writes, Level.SEVERE, "Not written", defect)));
  }

  @Test
  void looksAtCausesThatGoRoundInCirclesOnce() {
    Throwable one = new IllegalStateException("one");
    Throwable other = new IllegalStateException("other", one);
    one.initCause(other);
    assertTrue(isTold(one));
  }

  private boolean isTold(Throwable thrown) {
    return filter.isLoggable(record("org.x", Level.SEVERE, "It failed", thrown));
  }

  @Test
  void letsPlenumsOwnWordsPass() {
    for (int i = 0; i < 3; i++) {
      LogRecord record = record("plenum.web.X", Level.WARNING, "Told", theirs("gone"));
      assertTrue(filter.isLoggable(record));
      assertNotNull(record.getThrown());
    }
  }

  @Test
  void remembersSoManyKindsAndNoMore() {
    for (int i = 0; i < 1000; i++) {
      assertTrue(filter.isLoggable(record("org.x" + i, Level.WARNING, "It failed", null)));
    }
    assertTrue(filter.isLoggable(record("org.x0", Level.WARNING, "It failed", null)));
    assertFalse(filter.isLoggable(record("org.x999", Level.WARNING, "It failed", null)));
  }
}
