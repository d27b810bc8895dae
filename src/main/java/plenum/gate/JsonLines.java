package plenum.gate;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.logging.Formatter;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import plenum.identity.Actor;
import plenum.identity.PersonId;
import plenum.log.Concerning;
import plenum.media.Place;
import plenum.room.RoomId;

/**
 * Writes each record of the log as one line, a JSON object of bounded length: {@code time}, {@code
 * level}, {@code logger}, {@code thread}, {@code message}; {@code person} and {@code meeting} where
 * the record is about them; {@code error} and {@code stack} where something was thrown.
 *
 * <p>Payara's own formatter leaves the message out where something was thrown, bounds nothing, and
 * knows no persons.
 */
final class JsonLines extends Formatter {

  /** The longest message, and the longest stack, in characters; the rest is left out. */
  static final int MESSAGE = 8_000;

  static final int STACK = 16_000;

  private static final String CUT = "...";

  @Override
  public String format(LogRecord record) {
    Map<String, String> line = new LinkedHashMap<>();
    line.put("time", record.getInstant().toString());
    line.put("level", level(record.getLevel()));
    line.put("logger", String.valueOf(record.getLoggerName()));
    line.put("thread", Long.toString(record.getLongThreadID()));
    line.put("message", cut(String.valueOf(formatMessage(record)).strip(), MESSAGE));
    line.putAll(Concerning.now());
    if (record.getParameters() != null) {
      for (Object parameter : record.getParameters()) {
        about(parameter, line);
      }
    }
    if (record.getThrown() != null) {
      line.put("error", record.getThrown().getClass().getName());
      line.put("stack", cut(stack(record.getThrown()), STACK));
    }
    return json(line);
  }

  /** As {@link System.Logger} calls it. */
  private static String level(Level level) {
    if (level.intValue() >= Level.SEVERE.intValue()) {
      return "ERROR";
    }
    if (level.intValue() >= Level.WARNING.intValue()) {
      return "WARNING";
    }
    return level.intValue() >= Level.INFO.intValue() ? "INFO" : "DEBUG";
  }

  private static void about(Object parameter, Map<String, String> line) {
    if (parameter instanceof PersonId person) {
      line.put(Concerning.PERSON, person.value());
    } else if (parameter instanceof Actor actor) {
      line.put(Concerning.PERSON, actor.person().value());
    } else if (parameter instanceof RoomId room) {
      line.put(Concerning.MEETING, room.value());
    } else if (parameter instanceof Place place) {
      line.put(Concerning.MEETING, place.id());
    }
  }

  private static String stack(Throwable thrown) {
    StringWriter text = new StringWriter();
    thrown.printStackTrace(new PrintWriter(text));
    return text.toString();
  }

  private static String cut(String text, int most) {
    return text.length() <= most ? text : text.substring(0, most) + CUT;
  }

  private static String json(Map<String, String> line) {
    StringBuilder json = new StringBuilder("{");
    line.forEach(
        (name, value) -> {
          json.append(json.length() > 1 ? "," : "");
          quote(json, name);
          json.append(':');
          quote(json, value);
        });
    return json.append("}").append(System.lineSeparator()).toString();
  }

  /** All but plain characters are escaped, so that a line is one whatever reads it (RFC 8259). */
  private static void quote(StringBuilder json, String text) {
    json.append('"');
    for (int i = 0; i < text.length(); i++) {
      char character = text.charAt(i);
      if (character == '"' || character == '\\') {
        json.append('\\').append(character);
      } else if (character < ' ' || character > '~') {
        json.append("\\u%04x".formatted((int) character));
      } else {
        json.append(character);
      }
    }
    json.append('"');
  }
}
