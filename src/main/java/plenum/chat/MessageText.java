package plenum.chat;

import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.Optional;
import java.util.regex.Pattern;
import plenum.identity.VisibleText;

/** What people may write: any script, in any direction, with line breaks. */
final class MessageText {

  /** More blank lines in a row would only push others' messages out of sight. */
  private static final Pattern BLANK_LINES = Pattern.compile("\n{4,}");

  private MessageText() {}

  /**
   * The text in NFC with {@code \n} for its line breaks, without white space around it and without
   * characters that turn or hide the text around them.
   *
   * @return empty when nothing is left, or more than {@code longest} code points
   */
  static Optional<String> of(String raw, int longest) {
    String text = isSimple(raw) ? raw.strip() : plain(raw);
    boolean fits = text.codePointCount(0, text.length()) <= longest;
    return fits && VisibleText.isVisible(text) ? Optional.of(text) : Optional.empty();
  }

  /** Whether it is one line of ASCII, as most are: nothing of it is to be changed. */
  private static boolean isSimple(String raw) {
    for (int i = 0; i < raw.length(); i++) {
      if (raw.charAt(i) < ' ' || raw.charAt(i) > '~') {
        return false;
      }
    }
    return true;
  }

  private static String plain(String raw) {
    String lines = raw.replace("\r\n", "\n").replace('\r', '\n').replace('\t', ' ');
    StringBuilder plain = new StringBuilder(lines.length());
    lines.codePoints().filter(MessageText::isPlain).forEach(plain::appendCodePoint);
    String composed = Normalizer.normalize(plain, Form.NFC).strip();
    return BLANK_LINES.matcher(composed).replaceAll("\n\n\n");
  }

  private static boolean isPlain(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL -> c == '\n';
      case Character.SURROGATE, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> false;
      case Character.FORMAT -> !isTurning(c);
      default -> true;
    };
  }

  /** Embeddings and overrides of direction, by which a link can be made to look like another. */
  private static boolean isTurning(int c) {
    return c >= 0x202A && c <= 0x202E;
  }
}
