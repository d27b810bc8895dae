package plenum.contract;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads an SRS configuration more strictly than SRS does: one directive per line, which ends with a
 * semicolon or opens a block.
 */
final class SrsConfiguration {

  /** A configuration that SRS would refuse, or read otherwise than it looks. */
  static final class Malformed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private Malformed(int line, String why) {
      super("line " + line + ": " + why);
    }
  }

  private static final Pattern LINE = Pattern.compile("([a-z_0-9]+)((?: [^\\s;{}]+)*)( \\{|;)");

  private final String[] lines;
  private int next;

  private SrsConfiguration(String text) {
    this.lines = text.split("\n");
  }

  static SrsDirective read(Path file) {
    try {
      return parse(Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * @throws Malformed with the line
   */
  static SrsDirective parse(String text) {
    return new SrsDirective("", List.of(), new SrsConfiguration(text).block(0), 0);
  }

  /**
   * @param opened the line of the brace that began it, 0 for the whole file
   */
  private List<SrsDirective> block(int opened) {
    List<SrsDirective> directives = new ArrayList<>();
    while (next < lines.length) {
      String line = lines[next++].strip();
      if (line.equals("}") && opened > 0) {
        return directives;
      }
      if (!line.isEmpty() && !line.startsWith("#")) {
        directives.add(directive(line));
      }
    }
    if (opened > 0) {
      throw new Malformed(opened, "this block is never closed");
    }
    return directives;
  }

  private SrsDirective directive(String line) {
    int number = next;
    Matcher matcher = LINE.matcher(line);
    if (!matcher.matches()) {
      throw new Malformed(number, "not a name, values and a semicolon: " + line);
    }
    boolean block = matcher.group(3).endsWith("{");
    List<String> values = List.of(matcher.group(2).strip().split(" "));
    List<String> given = values.get(0).isEmpty() ? List.of() : values;
    // Every directive in Plenum's files has one value; what looks like more is one swallowed.
    if (given.size() > 1 || !block && given.isEmpty()) {
      throw new Malformed(number, "one value was expected: " + line);
    }
    return new SrsDirective(matcher.group(1), given, block ? block(number) : List.of(), number);
  }
}
