package plenum.launch;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import plenum.settings.Declarations;
import plenum.settings.Declarations.Declaration;

/**
 * {@code plenum.properties} as it is delivered: every setting in a comment, with its default and
 * what the operators' document says of it. The build writes it.
 */
final class PropertiesFile {

  private static final int COLUMNS = 100;

  private static final String HEAD =
      """
      # Settings of Plenum. Each stands here with its default; to change one, take away the "#"
      # before its name. Environment variables (PLENUM_ROOMS_MAX=7) and options count more than
      # this file. "plenum --check" tells what is wrong before it is used.
      """;

  /** A heading, or an entry of a list, which may go over lines. */
  private static final Pattern ENTRY =
      Pattern.compile("(?m)^(?:#+ .*|\\* `plenum\\.(?:[^\\n]|\\n(?! *\\n|\\*|#))*)");

  private static final Pattern NAME = Pattern.compile("`(plenum\\.[A-Za-z0-9.-]+)`");

  private PropertiesFile() {}

  /**
   * Writes it.
   *
   * @param arguments the file of defaults, the operators' document, and the file to write
   */
  public static void main(String... arguments) throws IOException {
    try (InputStream defaults = Files.newInputStream(Path.of(arguments[0]))) {
      Path target = Path.of(arguments[2]);
      Files.createDirectories(target.toAbsolutePath().getParent());
      String document = Files.readString(Path.of(arguments[1]));
      Files.writeString(target, text(Declarations.in(defaults), document));
    }
  }

  static String text(Declarations declared, String document) {
    Map<String, String> described = described(document);
    StringBuilder text = new StringBuilder(HEAD);
    String before = "";
    for (Declaration setting : declared.all()) {
      String words = described.getOrDefault(setting.name(), String.join(" ", setting.comment()));
      if (!words.equals(before)) {
        text.append('\n');
        wrapped(words).forEach(line -> text.append("# ").append(line).append('\n'));
      }
      before = words;
      text.append('#').append(setting.name()).append('=');
      text.append(setting.value().orElse("")).append('\n');
    }
    return text.toString();
  }

  /** What the document's lists say of each setting; several may share an entry. */
  private static Map<String, String> described(String document) {
    Map<String, String> described = new HashMap<>();
    Matcher entry = ENTRY.matcher(document);
    while (entry.find()) {
      String words = entry.group().replaceAll("\\s+", " ");
      int end = words.indexOf(": ");
      if (words.startsWith("* ") && end > 0) {
        Matcher name = NAME.matcher(words.substring(0, end));
        while (name.find()) {
          described.putIfAbsent(name.group(1), plain(words.substring(end + 2)));
        }
      }
    }
    return described;
  }

  private static String plain(String markdown) {
    String text = markdown.replaceAll("\\[([^\\]]*)\\]\\([^)]*\\)", "$1").replace("`", "");
    return Character.toUpperCase(text.charAt(0)) + text.substring(1);
  }

  private static List<String> wrapped(String text) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : text.split(" ")) {
      if (line.length() + word.length() > COLUMNS - 3) {
        lines.add(line.toString().strip());
        line.setLength(0);
      }
      line.append(word).append(' ');
    }
    lines.add(line.toString().strip());
    return lines;
  }
}
