package plenum.launch;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What this process prints, for programs: each line that is no JSON object yet becomes one, with
 * the members that records of the log have ({@code docs/operations/monitoring.md}). The application
 * writes JSON by itself; this is about what is printed before it begins, after it ended, and by who
 * knows of no log. As long as the site wants text, it changes nothing.
 */
final class JsonOutput extends OutputStream {

  /** The setting that asks for it. */
  static final String SETTING = "plenum.log.format";

  /** The property that says whether it is wanted now; the application changes it. */
  static final String WANTED = "plenum.launch.json";

  /** A longer line is several. */
  private static final int LONGEST = 24_000;

  /** A record of the log as {@code payara/logging.properties} has it written. */
  private static final Pattern RECORD =
      Pattern.compile("(\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d) (\\S+) (\\S+): (.*)");

  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");

  private final OutputStream out;
  private final String logger;
  private final String level;
  private final ByteArrayOutputStream line = new ByteArrayOutputStream();

  /**
   * @param logger as what is no record is told to come from
   * @param level of that
   */
  JsonOutput(OutputStream out, String logger, String level) {
    this.out = out;
    this.logger = logger;
    this.level = level;
  }

  /** Has all that this process prints go this way, if the settings want JSON. */
  static void useIfWanted(LaunchSettings settings) {
    if (settings.text(SETTING).filter("json"::equals).isPresent()) {
      System.setProperty(WANTED, "true");
      System.setOut(stream(new JsonOutput(System.out, "stdout", "INFO")));
      System.setErr(stream(new JsonOutput(System.err, "stderr", "WARNING")));
    }
  }

  private static PrintStream stream(JsonOutput output) {
    return new PrintStream(output, true, Charset.defaultCharset());
  }

  @Override
  public synchronized void write(int one) throws IOException {
    if (one == '\n' || line.size() >= LONGEST) {
      finish();
    }
    if (one != '\n') {
      line.write(one);
    }
  }

  @Override
  public synchronized void write(byte[] bytes, int from, int length) throws IOException {
    for (int i = from; i < from + length; i++) {
      write(bytes[i]);
    }
  }

  @Override
  public synchronized void flush() throws IOException {
    out.flush();
  }

  private void finish() throws IOException {
    String text = line.toString(Charset.defaultCharset());
    boolean asItIs = !Boolean.getBoolean(WANTED) || text.startsWith("{") && text.endsWith("}");
    if (asItIs) {
      line.writeTo(out);
      out.write('\n');
    } else if (!text.isBlank()) {
      out.write((json(text.strip()) + "\n").getBytes(Charset.defaultCharset()));
    }
    out.flush();
    line.reset();
  }

  private String json(String text) {
    Matcher record = RECORD.matcher(text);
    return record.matches()
        ? json(
            LocalDateTime.parse(record.group(1), TIME).atZone(ZoneId.systemDefault()).toInstant(),
            word(record.group(2)),
            record.group(3),
            record.group(4))
        : json(Instant.now(), level, logger, text);
  }

  /** As records of the application have it; Java's own words may be of another language. */
  private static String word(String level) {
    return switch (level) {
      case "SEVERE" -> "ERROR";
      case "WARNING", "WARNUNG" -> "WARNING";
      case "CONFIG", "FINE", "FINER", "FINEST" -> "DEBUG";
      default -> "INFO";
    };
  }

  private static String json(Instant time, String level, String logger, String message) {
    return "{\"time\":%s,\"level\":%s,\"logger\":%s,\"message\":%s}"
        .formatted(quoted(time.toString()), quoted(level), quoted(logger), quoted(message));
  }

  /** In ASCII, so that a line is one whatever reads it (RFC 8259). */
  private static String quoted(String text) {
    StringBuilder json = new StringBuilder("\"");
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
    return json.append('"').toString();
  }
}
