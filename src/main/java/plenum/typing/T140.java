package plenum.typing;

/**
 * The characters of ITU-T T.140 that mean more than a letter, as RFC 4103 and RFC 8865 carry them.
 */
public final class T140 {

  /** Takes the last code point of the line back. */
  public static final int ERASE = 0x08;

  /** Ends the line and begins the next one. */
  public static final int NEW_LINE = 0x2028;

  /** Stands where something was lost. */
  public static final int MISSING = 0xFFFD;

  /** May begin a text, and means nothing. */
  private static final int BYTE_ORDER_MARK = 0xFEFF;

  private static final int TAB = 0x09;
  private static final int LINE_FEED = 0x0A;
  private static final int RETURN = 0x0D;
  private static final int NEXT_LINE = 0x85;
  private static final int PARAGRAPH = 0x2029;

  private T140() {}

  /**
   * The same without what means nothing: each end of a line is {@link #NEW_LINE}, what cannot be a
   * character is {@link #MISSING}, and controls other than {@link #ERASE} are left out.
   */
  public static String plain(String text) {
    StringBuilder plain = new StringBuilder(text.length());
    text.replace("\r\n", "\n").codePoints().map(T140::plain).forEach(one -> append(plain, one));
    return plain.toString();
  }

  private static void append(StringBuilder plain, int one) {
    if (one >= 0) {
      plain.appendCodePoint(one);
    }
  }

  private static int plain(int one) {
    return switch (one) {
      case ERASE -> ERASE;
      case TAB -> ' ';
      case LINE_FEED, RETURN, NEXT_LINE, PARAGRAPH, NEW_LINE -> NEW_LINE;
      case BYTE_ORDER_MARK -> -1;
      default ->
          switch (Character.getType(one)) {
            case Character.CONTROL -> -1;
            case Character.SURROGATE -> MISSING;
            default -> one;
          };
    };
  }

  /**
   * What makes one text of another: as many erasures as it takes, and then the rest.
   *
   * @param before without ends of lines
   */
  public static String edit(String before, String after) {
    int common = commonPrefix(before, after);
    int erased = before.codePointCount(common, before.length());
    return Character.toString(ERASE).repeat(erased) + after.substring(common);
  }

  /** In chars, and between code points. */
  private static int commonPrefix(String one, String other) {
    int most = Math.min(one.length(), other.length());
    int common = 0;
    while (common < most && one.charAt(common) == other.charAt(common)) {
      common++;
    }
    boolean splits =
        common > 0
            && Character.isHighSurrogate(one.charAt(common - 1))
            && (isLow(one, common) || isLow(other, common));
    return splits ? common - 1 : common;
  }

  private static boolean isLow(String text, int at) {
    return at < text.length() && Character.isLowSurrogate(text.charAt(at));
  }
}
