package plenum.chat;

import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.Optional;
import plenum.identity.VisibleText;

/** What people may write: any script, in any direction, with line breaks. */
final class MessageText {

  /** More blank lines in a row would only push others' messages out of sight. */
  private static final String BLANK_LINES = "\n{4,}";

  private MessageText() {}

  /**
   * The text in NFC with {@code \n} for its line breaks, without white space around it and without
   * characters that turn or hide the text around them.
   *
   * @return empty when nothing is left, or more than {@code longest} code points
   */
  static Optional<String> of(String raw, int longest) {
    String lines = raw.replace("\r\n", "\n").replace('\r', '\n').replace('\t', ' ');
    StringBuilder plain = new StringBuilder(lines.length());
    lines.codePoints().filter(MessageText::isPlain).forEach(plain::appendCodePoint);
    String text = Normalizer.normalize(plain, Form.NFC).strip().replaceAll(BLANK_LINES, "\n\n\n");
    boolean fits = text.codePointCount(0, text.length()) <= longest;
    return fits && VisibleText.isVisible(text) ? Optional.of(text) : Optional.empty();
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
