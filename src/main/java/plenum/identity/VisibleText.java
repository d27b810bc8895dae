package plenum.identity;

import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.Locale;
import java.util.Optional;

/**
 * One line of text that people see and tell apart: any script and emoji, but nothing that is
 * invisible or turns the text around it (Unicode TR 36).
 */
public final class VisibleText {

  private static final int BLACK_FLAG = 0x1F3F4;

  /**
   * Letters of other scripts, Cyrillic and then Greek, one of whose cases looks as a Latin letter
   * does (Unicode TS 39, section 4), and these; in lower case.
   */
  private static final String FOREIGN =
      "\u0430\u0432\u0435\u043a\u043c\u043d\u043e\u0440\u0441\u0442\u0443\u0445\u0456\u0458\u0455\u0501\u04bb\u051b\u051d\u04cf\u0454"
          + "\u03b1\u03b2\u03b5\u03b6\u03b7\u03b9\u03ba\u03bc\u03bd\u03bf\u03c1\u03c4\u03c5\u03c7";

  private static final String LATIN = "abekmhopctyxijsdhqwle" + "abezhikmnoptyx";

  private VisibleText() {}

  /**
   * The text in NFC, without white space around it.
   *
   * @return empty when it has no visible character, more than {@code longest} code points, or a
   *     character that does not belong into one line of text
   */
  public static Optional<String> of(String raw, int longest) {
    if (raw.length() > longest * 8) {
      return Optional.empty();
    }
    String text = Normalizer.normalize(raw, Form.NFC).strip();
    int length = text.codePointCount(0, text.length());
    boolean fits = length >= 1 && length <= longest;
    return fits && isOneLine(text) && isVisible(text) ? Optional.of(text) : Optional.empty();
  }

  /** Equal for texts that people would take for the same: case, width and spacing do not count. */
  public static String comparisonKey(String text) {
    StringBuilder visible = new StringBuilder(text.length());
    text.codePoints().filter(c -> !isIgnorable(c)).forEach(visible::appendCodePoint);
    String folded =
        Normalizer.normalize(visible, Form.NFKC).toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
    return Normalizer.normalize(folded, Form.NFKC).strip().replaceAll("[\\s\\p{Z}]+", " ");
  }

  /** The same, and the script of a letter does not count that looks the same in another. */
  static String lookKey(String text) {
    StringBuilder seen = new StringBuilder();
    comparisonKey(text).chars().forEach(c -> seen.append(asSeen((char) c)));
    return seen.toString();
  }

  private static char asSeen(char letter) {
    int place = FOREIGN.indexOf(letter);
    return place < 0 ? letter : LATIN.charAt(place);
  }

  private static boolean isOneLine(String text) {
    int before = 0;
    for (int c : text.codePoints().toArray()) {
      boolean flagTag = isTag(c) && (isTag(before) || before == BLACK_FLAG);
      if (!flagTag && !isPlain(c)) {
        return false;
      }
      before = c;
    }
    return true;
  }

  private static boolean isPlain(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      // Joiners make Persian and Indic words and emoji families; the rest of the format
      // characters are invisible or change the direction of their surroundings.
      case Character.FORMAT -> c == 0x200C || c == 0x200D;
      default -> true;
    };
  }

  /** Whether a reader sees anything of it. */
  public static boolean isVisible(String text) {
    return text.codePoints()
        .anyMatch(
            c ->
                !isIgnorable(c)
                    && !Character.isSpaceChar(c)
                    && Character.getType(c) != Character.NON_SPACING_MARK
                    && Character.getType(c) != Character.ENCLOSING_MARK
                    && Character.getType(c) != Character.FORMAT);
  }

  /** Joiners, variation selectors, fillers and blanks: nothing that a reader sees by itself. */
  private static boolean isIgnorable(int c) {
    return c == 0x200C
        || c == 0x200D
        || (c >= 0xFE00 && c <= 0xFE0F)
        || (c >= 0xE0100 && c <= 0xE01EF)
        || (c >= 0x180B && c <= 0x180F)
        || c == 0x034F
        || c == 0x115F
        || c == 0x1160
        || c == 0x17B4
        || c == 0x17B5
        || c == 0x2800
        || c == 0x3164
        || c == 0xFFA0;
  }

  private static boolean isTag(int c) {
    return c >= 0xE0020 && c <= 0xE007F;
  }
}
