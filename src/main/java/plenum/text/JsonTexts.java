package plenum.text;

import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Writes texts as a JSON object that can stand inside a script element, whatever they contain. */
final class JsonTexts {

  private JsonTexts() {}

  static String render(Map<String, String> texts, Predicate<String> wanted) {
    return texts.entrySet().stream()
        .filter(entry -> wanted.test(entry.getKey()))
        .map(entry -> quote(entry.getKey()) + ":" + quote(entry.getValue()))
        .collect(Collectors.joining(",", "{", "}"));
  }

  /**
   * A JSON string. {@code <}, {@code >} and {@code &} are escaped too, so that no text can end the
   * script element or begin a comment in it (HTML 4.12.1.3).
   */
  private static String quote(String text) {
    StringBuilder quoted = new StringBuilder(text.length() + 2).append('"');
    text.chars().forEach(character -> append(quoted, (char) character));
    return quoted.append('"').toString();
  }

  private static void append(StringBuilder quoted, char character) {
    switch (character) {
      case '"', '\\' -> quoted.append('\\').append(character);
      case '<', '>', '&' -> appendCode(quoted, character);
      default -> {
        if (character < ' ') {
          appendCode(quoted, character);
        } else {
          quoted.append(character);
        }
      }
    }
  }

  private static void appendCode(StringBuilder quoted, char character) {
    quoted.append("\\u%04x".formatted((int) character));
  }
}
