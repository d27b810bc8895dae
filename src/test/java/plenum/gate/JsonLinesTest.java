package plenum.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import java.time.Instant;
import java.util.Map;
import java.util.logging.Formatter;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.SimpleFormatter;
import org.junit.jupiter.api.Test;
import plenum.identity.PersonId;
import plenum.log.Concerning;
import plenum.media.Place;
import plenum.media.PlaceKind;
import plenum.room.RoomId;
import plenum.testing.Actors;

/** Lines of the log for programs. */
class JsonLinesTest {

  private static final PersonId ADA = PersonId.fresh();

  private static LogRecord record(Level level, String message, Object... parameters) {
    LogRecord record = new LogRecord(level, message);
    record.setLoggerName("plenum.room");
    record.setInstant(Instant.EPOCH);
    record.setLongThreadID(7);
    record.setParameters(parameters);
    return record;
  }

  private static Map<?, ?> read(LogRecord record) throws Exception {
    String line = new JsonLines().format(record);
    assertTrue(line.endsWith(System.lineSeparator()), line);
    assertEquals(1, line.lines().count(), line);
    try (Jsonb json = JsonbBuilder.create()) {
      return json.fromJson(line, Map.class);
    }
  }

  @Test
  void writesOneLineOfJson() {
    assertEquals(
        "{\"time\":\"1970-01-01T00:00:00Z\",\"level\":\"WARNING\",\"logger\":\"plenum.room\","
            + "\"thread\":\"7\",\"message\":\"Room x is full\"}"
            + System.lineSeparator(),
        new JsonLines().format(record(Level.WARNING, "Room {0} is full", "x")));
  }

  @Test
  void tellsWhomItIsAbout() throws Exception {
    RoomId room = new RoomId("hall");
    Map<?, ?> line = read(record(Level.FINE, "{0} in {1}", ADA, room));
    assertEquals("DEBUG", line.get("level"));
    assertEquals(ADA.value(), line.get("person"));
    assertEquals("hall", line.get("meeting"));
    assertEquals(
        "a", read(record(Level.INFO, "{0}", new Place(PlaceKind.CALL, "a"))).get("meeting"));
    assertEquals(
        Actors.id("Grace").value(),
        read(record(Level.INFO, "{0}", Actors.known("Grace"))).get("person"));
  }

  @Test
  void tellsForWhomTheThreadWorks() throws Exception {
    try (Concerning person = Concerning.person("outer")) {
      try (Concerning other = Concerning.person("inner")) {
        assertEquals("inner", read(record(Level.INFO, "a")).get("person"));
      }
      assertEquals("outer", read(record(Level.INFO, "a")).get("person"));
    }
    assertFalse(read(record(Level.INFO, "a")).containsKey("person"));
  }

  @Test
  void keepsTheMessageWhereSomethingWasThrown() throws Exception {
    LogRecord record = record(Level.SEVERE, "Defect");
    record.setThrown(new IllegalStateException("no\nway"));
    Map<?, ?> line = read(record);
    assertEquals("Defect", line.get("message"));
    assertEquals("ERROR", line.get("level"));
    assertEquals("java.lang.IllegalStateException", line.get("error"));
    assertTrue(line.get("stack").toString().contains("no\nway"), line.toString());
  }

  @Test
  void staysOneLineWhateverIsWritten() throws Exception {
    String nasty = "a\n\r\u2028\u0007\"\\\ud83d\ude80\ud83d{9";
    assertEquals(nasty.strip(), read(record(Level.INFO, nasty)).get("message"));
    assertEquals("null", read(record(Level.INFO, null)).get("message"));
  }

  @Test
  void writesNoMoreThanAScreen() throws Exception {
    LogRecord record = record(Level.SEVERE, "x".repeat(100_000));
    record.setThrown(new IllegalStateException("y".repeat(100_000)));
    Map<?, ?> line = read(record);
    assertEquals(JsonLines.MESSAGE + 3, line.get("message").toString().length());
    assertEquals(JsonLines.STACK + 3, line.get("stack").toString().length());

    Formatter text = new ShortLines(new SimpleFormatter());
    assertTrue(text.format(record).length() < ShortLines.LONGEST + 10);
    assertTrue(text.format(record(Level.INFO, "short")).contains("short"));
  }
}
